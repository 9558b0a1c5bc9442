package dev.processsync.capture;

import dev.processsync.change.FieldChange;
import dev.processsync.change.FieldChanges;
import dev.processsync.change.HybridClock;
import dev.processsync.conflict.Conflicts;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Operation;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.RecordRule;
import dev.processsync.record.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What a person decides about a conflict: {@code outcome} {@code remote} takes their value, {@code
 * local} keeps what stands here, or what is given as {@code local_value}. The other side hears of
 * it by one event, in which the field was what that side has.
 */
@Component
class ConflictDecisions implements RecordRule {

  private static final String OUTCOME = "outcome";
  private static final String OURS = "local_value";
  private static final String THEIRS = "remote_value";

  private final ObjectProvider<Records> records;
  private final ObjectProvider<Capture> capture;
  private final HybridClock clock;

  /** Records and rules need each other: they are looked up at their first use. */
  ConflictDecisions(
      ObjectProvider<Records> records, ObjectProvider<Capture> capture, HybridClock clock) {
    this.records = records;
    this.capture = capture;
    this.clock = clock;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals(Conflicts.TABLE);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    if (isOfTheSystem(change)) {
      return;
    }
    boolean decides = change.isChanged(OUTCOME) && isOpen(change);
    if (!decides && List.of(OUTCOME, "state", OURS).stream().anyMatch(change::isChanged)) {
      throw change.invalid(
          OUTCOME,
          isOpen(change)
              ? "Decide what counts: set outcome to 'remote' for theirs, or to 'local' for ours; a value of your own goes into local_value."
              : "This conflict is resolved: change the record itself if its value should be another one.");
    }
    if (decides) {
      change.set("state", "resolved");
    }
  }

  private static boolean isOfTheSystem(RecordChange change) {
    return change.actor().equals(Actor.system());
  }

  private static boolean isOpen(RecordChange change) {
    return change.before().filter(before -> before.get("state").equals("open")).isPresent();
  }

  @Override
  public void afterWrite(RecordChange change) {
    if (isOfTheSystem(change) || !isOpen(change) || !change.isChanged(OUTCOME)) {
      return;
    }
    String table = change.get("local_table");
    String record = change.get("local_record");
    if (change.get(OUTCOME).equals("remote")) {
      records
          .getObject()
          .update(change.actor(), table, record, Map.of(change.get("field"), change.get(THEIRS)));
    } else {
      Decision decision = new Decision(change.get("remote_system"), record);
      decision.during(() -> keep(change, table, record));
    }
  }

  private void keep(RecordChange change, String table, String record) {
    String field = change.get("field");
    if (change.isChanged(OURS)) {
      records.getObject().update(change.actor(), table, record, Map.of(field, change.get(OURS)));
    }
    Optional<TableRecord> stands = records.getObject().lock(Actor.system(), table, record);
    stands
        .filter(now -> !now.get(field).equals(change.get(THEIRS)))
        .ifPresent(
            now ->
                capture
                    .getObject()
                    .correct(
                        changed(change.actor(), now, field, change.get(THEIRS)),
                        change.get("remote_system")));
  }

  /** As if the record had been here what it is there, and were changed to what it is here now. */
  private RecordChanged changed(Actor actor, TableRecord now, String field, String there) {
    FieldChanges changes = FieldChanges.parse(now.get(FieldChanges.FIELD));
    FieldChange decided = new FieldChange(clock.after(changes.latest()), actor.userName());
    Map<String, String> after = new LinkedHashMap<>(now.values());
    after.put(FieldChanges.FIELD, changes.with(Set.of(field), decided).toString());
    Map<String, String> before = new LinkedHashMap<>(now.values());
    before.put(field, there);
    return new RecordChanged(
        Operation.UPDATE,
        now.table(),
        new TableRecord(now.table(), before),
        new TableRecord(now.table(), after),
        Set.of(field),
        actor);
  }
}
