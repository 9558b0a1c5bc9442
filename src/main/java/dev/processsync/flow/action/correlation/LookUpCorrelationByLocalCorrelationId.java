package dev.processsync.flow.action.correlation;

import dev.processsync.correlation.Correlations;
import dev.processsync.flow.action.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Look Up Correlation by Local Correlation ID: {@code remote_system} and {@code
 * local_correlation_id} in; {@code correlation}, {@code status} (active, inactive, none) and {@code
 * error_message} (why there is no active one) out.
 */
@Component("lookUpCorrelationByLocalCorrelationId")
class LookUpCorrelationByLocalCorrelationId implements JavaDelegate {

  private final Correlations correlations;

  LookUpCorrelationByLocalCorrelationId(Correlations correlations) {
    this.correlations = correlations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    String remoteSystem = step.text("remote_system");
    String id = step.text("local_correlation_id");
    new LookUp(correlations.findByLocalCorrelationId(remoteSystem, id))
        .into(
            step,
            "No record is correlated with remote system %s by local correlation id %s."
                .formatted(remoteSystem, id));
  }
}
