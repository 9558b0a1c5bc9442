package dev.processsync.flow.action.correlation;

import dev.processsync.correlation.Correlations;
import dev.processsync.correlation.Ending;
import dev.processsync.flow.action.CorrelationDetail;
import dev.processsync.flow.action.MissingInput;
import dev.processsync.flow.action.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Update Correlation State: {@code correlation} and {@code state} (active or inactive) in; {@code
 * correlation}, {@code status}, {@code error_message} out.
 */
@Component("updateCorrelationState")
class UpdateCorrelationState implements JavaDelegate {

  private final Correlations correlations;

  UpdateCorrelationState(Correlations correlations) {
    this.correlations = correlations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    CorrelationDetail detail = step.requireCorrelation();
    boolean active =
        switch (step.text("state")) {
          case "active" -> true;
          case "inactive" -> false;
          default -> throw new MissingInput("state", "active or inactive");
        };
    step.found(detail.correlation().active() == active ? detail : turned(step, detail, active));
  }

  private CorrelationDetail turned(Step step, CorrelationDetail detail, boolean active) {
    return new CorrelationDetail(
        active
            ? correlations.setActive(detail.correlation(), true)
            : correlations.end(detail.correlation(), why(step), step.changedBy()));
  }

  private static Ending.Why why(Step step) {
    return switch (step.operation()) {
      case "delete" ->
          step.localCorrelationId().isEmpty() ? Ending.Why.DELETED_HERE : Ending.Why.DELETED_THERE;
      case "leave" -> Ending.Why.LEFT;
      default -> Ending.Why.BY_FLOW;
    };
  }
}
