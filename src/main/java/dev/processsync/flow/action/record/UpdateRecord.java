package dev.processsync.flow.action.record;

import dev.processsync.flow.action.FlowNotes;
import dev.processsync.flow.action.RunAs;
import dev.processsync.flow.action.Step;
import dev.processsync.problem.NoSuchRecord;
import dev.processsync.record.Records;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Update Record: {@code table}, {@code record} (a sys_id) and {@code fields} in; {@code record},
 * {@code error_message} out. {@code fields} is a mapping as in {@link CreateRecord}; fields that it
 * doesn't name stay as they are, and so does a reference that leads nowhere.
 */
@Component("updateRecord")
class UpdateRecord implements JavaDelegate {

  private final RunAs runAs;
  private final MappedFields mappedFields;
  private final Records records;
  private final FlowNotes notes;

  UpdateRecord(RunAs runAs, MappedFields mappedFields, Records records, FlowNotes notes) {
    this.runAs = runAs;
    this.mappedFields = mappedFields;
    this.records = records;
    this.notes = notes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    String table = step.text("table");
    String record = step.text("record");
    Map<String, String> values =
        mappedFields.resolve(
            step, table, step.map("fields"), MappedFields.Unresolved.STAYS_AS_IT_IS);
    try {
      records.update(runAs.of(step.remoteEvent()), table, record, values);
    } catch (NoSuchRecord e) {
      throw new RecordGone(table, record);
    }
    notes.applied(step, table, record);
    step.put("record", record).put("error_message", "");
  }
}
