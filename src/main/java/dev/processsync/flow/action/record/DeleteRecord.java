package dev.processsync.flow.action.record;

import dev.processsync.flow.action.FlowNotes;
import dev.processsync.flow.action.RunAs;
import dev.processsync.flow.action.Step;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Delete Record: {@code table} and {@code record} (a sys_id) in; {@code record}, {@code
 * error_message} out. One that is gone already is no failure. A record that others need is not
 * deleted: the flow fails and says which they are.
 *
 * <p>It ends no correlation: that is for <em>Update Correlation State</em>.
 */
@Component("deleteRecord")
class DeleteRecord implements JavaDelegate {

  private final RunAs runAs;
  private final Records records;
  private final FlowNotes notes;

  DeleteRecord(RunAs runAs, Records records, FlowNotes notes) {
    this.runAs = runAs;
    this.records = records;
    this.notes = notes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    String table = step.text("table");
    String record = step.text("record");
    Actor actor = runAs.of(step.remoteEvent());
    records.deleteIfThere(actor, table, record).ifPresent(deleted -> notes.applied(step, deleted));
    step.put("record", record).put("error_message", "");
  }
}
