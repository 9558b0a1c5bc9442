package dev.processsync.flow.action.record;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.flow.action.FlowNotes;
import dev.processsync.flow.action.RunAs;
import dev.processsync.flow.action.Step;
import dev.processsync.record.Records;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Create Record: {@code table} and {@code fields} in; {@code record} (its sys_id), {@code
 * error_message} out. {@code fields} holds an entry for each field of the new record: a data pill,
 * a constant, or text with pills in it:
 *
 * <pre>{@code
 * <camunda:inputParameter name="table">incident</camunda:inputParameter>
 * <camunda:inputParameter name="fields">
 *   <camunda:map>
 *     <camunda:entry key="short_description">${changed_fields.short_description}</camunda:entry>
 *     <camunda:entry key="assignment_group">${changed_fields.assignment_group}</camunda:entry>
 *     <camunda:entry key="urgency">${changed_fields.severity}</camunda:entry>
 *     <camunda:entry key="category">hardware</camunda:entry>
 *     <camunda:entry key="description">Customer's ${changed_fields.number}</camunda:entry>
 *   </camunda:map>
 * </camunda:inputParameter>
 * }</pre>
 *
 * A pill of the sample that the payload didn't bring leaves the field untouched; {@code ${''}}
 * empties one. A reference is looked up by id, else by display value, else it stays empty and the
 * queue entry carries a warning; in an error flow, which has no entry, the log does.
 */
@Component("createRecord")
class CreateRecord implements JavaDelegate {

  private final RunAs runAs;
  private final MappedFields mappedFields;
  private final Records records;
  private final FlowNotes notes;

  CreateRecord(RunAs runAs, MappedFields mappedFields, Records records, FlowNotes notes) {
    this.runAs = runAs;
    this.mappedFields = mappedFields;
    this.records = records;
    this.notes = notes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    String table = step.text("table");
    Map<String, String> values =
        mappedFields.resolve(step, table, step.map("fields"), MappedFields.Unresolved.STAYS_EMPTY);
    TableRecord record = records.insert(runAs.of(step.remoteEvent()), table, values);
    notes.applied(step, record);
    step.put("record", record.sysId()).put("error_message", "");
  }
}
