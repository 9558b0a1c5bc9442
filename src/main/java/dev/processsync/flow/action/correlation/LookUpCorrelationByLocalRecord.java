package dev.processsync.flow.action.correlation;

import dev.processsync.correlation.Correlations;
import dev.processsync.flow.action.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Look Up Correlation by Local Record: {@code remote_system} and {@code local_record} in; {@code
 * correlation}, {@code status} (active, inactive, none) and {@code error_message} (why there is no
 * active one) out.
 */
@Component("lookUpCorrelationByLocalRecord")
class LookUpCorrelationByLocalRecord implements JavaDelegate {

  private final Correlations correlations;

  LookUpCorrelationByLocalRecord(Correlations correlations) {
    this.correlations = correlations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    String remoteSystem = step.text("remote_system");
    String record = step.text("local_record");
    new LookUp(correlations.findByLocalRecord(remoteSystem, record))
        .into(
            step,
            "Record %s has no correlation with remote system %s.".formatted(record, remoteSystem));
  }
}
