package dev.processsync.flow.action.record;

import dev.processsync.change.FieldChange;
import dev.processsync.change.FieldChanges;
import dev.processsync.change.HybridClock;
import dev.processsync.change.HybridTime;
import dev.processsync.conflict.Conflicts;
import dev.processsync.conflict.FieldConflict;
import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Correlations;
import dev.processsync.correlation.Ending;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.flow.action.FlowNotes;
import dev.processsync.flow.action.RunAs;
import dev.processsync.flow.action.Step;
import dev.processsync.payload.CapturedPayload;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Update Record: {@code table}, {@code record} (a sys_id) and {@code fields} in; {@code record},
 * {@code error_message} out. {@code fields} is a mapping as in {@link CreateRecord}; fields that it
 * doesn't name stay as they are, and so does a reference that leads nowhere.
 *
 * <p>If it is the record that the event is about, and the payload says what has changed, only that
 * is written: see {@link Merge}. {@code conflict_policies}, a map of fields and policies, says what
 * becomes of a field that both sides changed where it is not what the inbound flow says.
 */
@Component("updateRecord")
class UpdateRecord implements JavaDelegate {

  private final RunAs runAs;
  private final SyncDefinitions definitions;
  private final Dictionary dictionary;
  private final MappedFields mappedFields;
  private final Correlations correlations;
  private final Conflicts conflicts;
  private final Records records;
  private final FlowNotes notes;
  private final HybridClock clock;

  UpdateRecord(
      RunAs runAs,
      SyncDefinitions definitions,
      Dictionary dictionary,
      MappedFields mappedFields,
      Correlations correlations,
      Conflicts conflicts,
      Records records,
      FlowNotes notes,
      HybridClock clock) {
    this.runAs = runAs;
    this.definitions = definitions;
    this.dictionary = dictionary;
    this.mappedFields = mappedFields;
    this.correlations = correlations;
    this.conflicts = conflicts;
    this.records = records;
    this.notes = notes;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    String table = step.text("table");
    String record = step.text("record");
    Map<?, ?> mapping = step.map("fields");
    Actor actor = runAs.of(step.remoteEvent());
    Optional<TableRecord> updated = update(step, actor, table, record, mapping);
    if (updated.isPresent()) {
      notes.applied(step, updated.get());
      step.put("record", record).put("error_message", "");
    } else {
      gone(step, table, record);
    }
  }

  /** Empty if there is no such record any more. */
  private Optional<TableRecord> update(
      Step step, Actor actor, String table, String record, Map<?, ?> mapping) {
    Optional<Correlation> correlation = toldOf(step, record);
    if (correlation.isPresent()) {
      return merge(step, actor, dictionary.require(table), correlation.get(), mapping);
    }
    Map<String, String> values =
        mappedFields.resolve(step, table, mapping, MappedFields.Unresolved.STAYS_AS_IT_IS);
    return records.updateIfThere(actor, table, record, ours -> values);
  }

  /**
   * What arrives for a record that was deleted here has nothing to change, and stops nobody: the
   * link ends.
   *
   * @throws RecordGone if the event is about another record
   */
  private void gone(Step step, String table, String record) {
    Correlation correlation =
        correlationOf(step, record).orElseThrow(() -> new RecordGone(table, record));
    Correlation ended =
        correlation.active()
            ? correlations.end(correlation, Ending.Why.DELETED_HERE, "")
            : correlation;
    notes.skip(step, ended.whyNothingPasses());
    step.put("record", record).put("error_message", ended.whyNothingPasses());
  }

  private Optional<Correlation> correlationOf(Step step, String record) {
    return step.localCorrelationId().isEmpty()
        ? Optional.empty()
        : correlations
            .findByLocalCorrelationId(step.remoteEvent().remoteSystem(), step.localCorrelationId())
            .filter(correlation -> correlation.localRecord().equals(record));
  }

  /** The correlation of this record if the event is about it and says what has changed. */
  private Optional<Correlation> toldOf(Step step, String record) {
    return step.captured().filter(CapturedPayload::tellsChanges).isEmpty()
        ? Optional.empty()
        : correlationOf(step, record);
  }

  /** Whoever doesn't say when has changed it just now. */
  private FieldChange theirs(FieldChange told) {
    clock.hear(told.time());
    return told.isKnown()
        ? told
        : new FieldChange(new HybridTime(clock.now().ticks(), ""), told.by());
  }

  private Optional<TableRecord> merge(
      Step step, Actor actor, Table table, Correlation correlation, Map<?, ?> mapping) {
    ChosenPolicies policies = ChosenPolicies.of(step, table, definitions);
    FieldChange theirs = theirs(step.remoteEvent().change());
    List<UnaryOperator<FieldChanges>> heard = new ArrayList<>();
    Optional<TableRecord> merged =
        records.updateIfThere(
            actor,
            table.name(),
            correlation.localRecord(),
            (TableRecord ours) -> {
              Merge merge =
                  new Merge(mappedFields, step, table, ours, theirs, policies).of(mapping);
              for (Conflict conflict : merge.conflicts()) {
                notes.warn(step, conflict.inWords());
                FieldConflict kept = conflict.of(correlation);
                notes.conflict(step, kept.field(), kept.outcome().value());
                conflicts.keep(kept);
              }
              merge
                  .agreed()
                  .forEach(
                      (field, whose) -> conflicts.settle(correlation.sysId(), field.name(), whose));
              heard.addAll(merge.notes());
              return merge.values();
            });
    heard.forEach(note -> records.note(table.name(), correlation.localRecord(), note));
    return merged;
  }
}
