package dev.processsync.capture;

import dev.processsync.change.FieldChange;
import dev.processsync.change.HybridClock;
import dev.processsync.conflict.Conflicts;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Operation;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.RecordRule;
import dev.processsync.record.Records;
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
                        decided(change.actor(), now, field, change.get(THEIRS)),
                        change.get("remote_system")));
  }

  /** What stands here is as good as changed now: they may be deciding, too. */
  private RecordChanged decided(Actor actor, TableRecord now, String field, String there) {
    TableRecord noted =
        records
            .getObject()
            .note(
                now.table(),
                now.sysId(),
                notes ->
                    notes.with(
                        Set.of(field),
                        new FieldChange(clock.after(notes.latest()), actor.userName())));
    return Decision.asThere(
        new RecordChanged(Operation.UPDATE, now.table(), now, noted, Set.of(field), actor),
        Map.of(field, there));
  }
}
