package dev.processsync.flow.action.correlation;

import dev.processsync.correlation.Correlations;
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
    step.found(
        detail.correlation().active() == active
            ? detail
            : new CorrelationDetail(correlations.setActive(detail.correlation(), active)));
  }
}
