package dev.processsync.flow.action.correlation;

import dev.processsync.correlation.Correlations;
import dev.processsync.flow.action.CorrelationDetail;
import dev.processsync.flow.action.FlowNotes;
import dev.processsync.flow.action.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Create Correlation: {@code remote_system}, {@code local_table}, {@code local_record} and both ids
 * in; {@code correlation}, {@code status}, {@code error_message} out. Without ids, as on the side
 * that sends a record's first event, both are minted.
 */
@Component("createCorrelation")
class CreateCorrelation implements JavaDelegate {

  private final Correlations correlations;
  private final FlowNotes notes;

  CreateCorrelation(Correlations correlations, FlowNotes notes) {
    this.correlations = correlations;
    this.notes = notes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    String remoteSystem = step.text("remote_system");
    String table = step.text("local_table");
    String record = step.text("local_record");
    boolean first =
        step.optional("local_correlation_id").isBlank()
            && step.optional("remote_correlation_id").isBlank();
    if (first && step.operation().equals("leave")) {
      notes.skip(step, "The record left what is shared before the other side ever heard of it.");
    }
    step.found(
        new CorrelationDetail(
            first
                ? correlations.mint(remoteSystem, table, record)
                : correlations.create(
                    remoteSystem,
                    step.text("local_correlation_id"),
                    step.text("remote_correlation_id"),
                    table,
                    record)));
  }
}
