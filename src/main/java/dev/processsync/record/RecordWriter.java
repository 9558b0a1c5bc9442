package dev.processsync.record;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.problem.StaleRecord;
import dev.processsync.storage.RecordStorage;
import dev.processsync.storage.TableIndexes;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;

/** Takes a prepared change through rules and checks into the database, and tells of it. */
final class RecordWriter {

  private final RecordStorage storage;
  private final Numbers numbers;
  private final NameTurns nameTurns;
  private final RecordRules rules;
  private final ChangeNotes notes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RecordWriter(
      RecordStorage storage,
      Numbers numbers,
      NameTurns nameTurns,
      RecordRules rules,
      ChangeNotes notes,
      ApplicationEventPublisher events,
      Clock clock) {
    this.storage = storage;
    this.numbers = numbers;
    this.nameTurns = nameTurns;
    this.rules = rules;
    this.notes = notes;
    this.events = events;
    this.clock = clock;
  }

  TableRecord write(RecordChange change) {
    Table table = change.table();
    rules.beforeWrite(change);
    requireMandatory(change);
    Set<String> changed = changedFields(change);
    if (changed.isEmpty()) {
      // A password alone still concerns the rules: it is stored by them and never compared.
      rules.afterWrite(change);
      return change.after();
    }
    if (!change.isCreate()) {
      stampUpdate(change);
    }
    notes.on(change, changed);
    requireUnlike(change);
    try {
      if (change.isCreate()) {
        insert(change);
      } else {
        Map<String, String> values = change.storedValues();
        values.keySet().removeIf(field -> !change.isChanged(field));
        storage.update(table, change.sysId(), values);
      }
    } catch (DuplicateKeyException e) {
      throw duplicate(change, e);
    }
    rules.afterWrite(change);
    TableRecord after = change.after();
    events.publishEvent(
        new RecordChanged(
            change.operation(),
            table.name(),
            change.before().orElse(null),
            after,
            changed,
            change.actor()));
    return after;
  }

  private static Set<String> changedFields(RecordChange change) {
    Set<String> changed = new LinkedHashSet<>();
    for (String field : change.storedValues().keySet()) {
      if (change.isChanged(field)) {
        changed.add(field);
      }
    }
    return changed;
  }

  private static void requireMandatory(RecordChange change) {
    for (Field field : change.table().fields().values()) {
      boolean missing = change.get(field.name()).isBlank() && field.type() != FieldType.PASSWORD;
      boolean noSecret =
          field.type() == FieldType.PASSWORD
              && change.isCreate()
              && change.secret(field.name()).orElse("").isEmpty();
      if (field.mandatory() && (missing || noSecret)) {
        throw change.invalid(
            field.name(),
            "%s (%s.%s) is mandatory: give it a value."
                .formatted(field.label(), change.table().name(), field.name()));
      }
    }
  }

  private void insert(RecordChange change) {
    Table.Numbering numbering = change.table().numbering();
    if (numbering == null || change.isGiven(numbering.field())) {
      storage.insert(change.table(), change.storedValues());
    } else {
      numbers.insert(change, numbering);
    }
  }

  /** Names that differ only in case or in blanks around them are the same name to whoever reads. */
  private void requireUnlike(RecordChange change) {
    Table table = change.table();
    for (Table.Unique unique : table.unique()) {
      boolean hasName =
          unique.fields().stream().anyMatch(field -> table.require(field).comparesAsName());
      boolean concerned = unique.fields().stream().anyMatch(change::isChanged);
      boolean complete = unique.fields().stream().noneMatch(field -> change.get(field).isEmpty());
      if (hasName && concerned && complete) {
        Map<String, String> values = new LinkedHashMap<>();
        unique.fields().forEach(field -> values.put(field, change.get(field)));
        nameTurns.take(table, values.values());
        if (storage.alike(table, values, 2).stream()
            .anyMatch(other -> !other.sysId().equals(change.sysId()))) {
          throw RecordConflict.lasting(unique.fields().get(0), unique.message());
        }
      }
    }
  }

  private static RecordConflict duplicate(RecordChange change, DuplicateKeyException e) {
    Table table = change.table();
    String cause = String.valueOf(e.getMessage());
    Table.Numbering numbering = table.numbering();
    if (numbering != null && cause.contains(TableIndexes.numberName(table, numbering))) {
      String field = numbering.field();
      return new RecordConflict(field, Numbers.taken(table, field, change.get(field), ""));
    }
    for (Table.Unique unique : table.unique()) {
      if (cause.contains(TableIndexes.uniqueName(table, unique))) {
        return new RecordConflict(unique.fields().get(0), unique.message());
      }
    }
    return taken(table);
  }

  /** Another record of the table has the sys_id that a caller chose. */
  static RecordConflict taken(Table table) {
    return new RecordConflict(
        "sys_id", "A record of %s with this sys_id exists already.".formatted(table.title()));
  }

  private void stampUpdate(RecordChange change) {
    change.set("sys_updated_on", LocalDateTime.now(clock).format(FieldValue.DATE_TIME));
    change.set("sys_updated_by", change.actor().userName());
    change.set("sys_mod_count", Long.toString(Long.parseLong(change.get("sys_mod_count")) + 1));
  }

  static StaleRecord stale(Table table, TableRecord latest, long expected) {
    return new StaleRecord(
        "%s '%s'".formatted(table.label(), latest.get(table.display())),
        latest.get("sys_updated_by"),
        latest.get("sys_updated_on"),
        latest.get("sys_mod_count"),
        expected);
  }
}
