package dev.processsync.definition;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChange;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What belongs to a process sync definition stays there and refers only to what belongs there too.
 */
@Component
final class Belonging {

  private static final String DEFINITION = "definition";

  private final Records records;

  Belonging(Records records) {
    this.records = records;
  }

  /** Refuses to move a record to another definition. */
  void refuseMove(RecordChange change) {
    if (!change.isCreate() && change.isChanged(DEFINITION)) {
      throw change.invalid(
          DEFINITION,
          "%s '%s' belongs to the process sync definition '%s' and can't move: create it anew in the other definition."
              .formatted(
                  change.table().label(),
                  name(change),
                  definitionName(before(change, DEFINITION))));
    }
  }

  /** Takes the definition of what the record refers to where the caller named none. */
  void adoptDefinition(RecordChange change) {
    adoptDefinition(change, "process_event", SyncTables.PROCESS_EVENT);
    if (change.table().field("remote_system").isPresent()) {
      adoptDefinition(change, "remote_system", SyncTables.REMOTE_SYSTEM);
    }
  }

  private void adoptDefinition(RecordChange change, String field, String table) {
    String target = change.get(field);
    if (change.get(DEFINITION).isEmpty() && !target.isEmpty()) {
      change.set(DEFINITION, records.get(Actor.system(), table, target).get(DEFINITION));
    }
  }

  /** Refuses a reference to another definition's record; an empty reference is not looked at. */
  void requireSameDefinition(RecordChange change, String field, String table) {
    String target = change.get(field);
    if (target.isEmpty()) {
      return;
    }
    TableRecord referred = records.get(Actor.system(), table, target);
    String own = change.get(DEFINITION);
    if (!referred.get(DEFINITION).equals(own)) {
      String label = change.table().require(field).label();
      throw change.invalid(
          field,
          "%s '%s' belongs to the process sync definition '%s', but this %s to '%s': choose one of '%s' (%s)."
              .formatted(
                  label,
                  referred.get("name"),
                  definitionName(referred.get(DEFINITION)),
                  change.table().label(),
                  definitionName(own),
                  definitionName(own),
                  names(table, own)));
    }
  }

  private String names(String table, String definition) {
    List<TableRecord> there = records.findBy(Actor.system(), table, Map.of(DEFINITION, definition));
    return there.isEmpty()
        ? "it has none yet"
        : there.stream().map(one -> one.get("name")).collect(Collectors.joining(", "));
  }

  private String definitionName(String definition) {
    return records
        .find(Actor.system(), SyncTables.DEFINITION, definition)
        .map(found -> found.get("name"))
        .orElse(definition);
  }

  private String name(RecordChange change) {
    String event = change.get("process_event");
    if (event.isEmpty()) {
      return change.get("name");
    }
    return records.get(Actor.system(), SyncTables.PROCESS_EVENT, event).get("name");
  }

  private static String before(RecordChange change, String field) {
    return change.before().map(before -> before.get(field)).orElse("");
  }
}
