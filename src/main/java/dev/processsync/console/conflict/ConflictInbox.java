package dev.processsync.console.conflict;

import dev.processsync.conflict.Conflicts;
import dev.processsync.console.page.RecordAddress;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.DisplayValues;
import dev.processsync.record.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open conflicts, as people look at them and decide. */
@Component
class ConflictInbox {

  /** Of more, a page shows the first; who has decided these gets the next. */
  static final int MOST = 100;

  private static final String REMOTE_SYSTEM = "ih_sync_remote_system";

  private final Records records;
  private final Dictionary dictionary;
  private final DisplayValues displayValues;

  ConflictInbox(Records records, Dictionary dictionary, DisplayValues displayValues) {
    this.records = records;
    this.dictionary = dictionary;
    this.displayValues = displayValues;
  }

  /** Whether someone may decide about conflicts. */
  boolean mayDecide(Actor actor) {
    return actor.hasAnyOf(dictionary.require(Conflicts.TABLE).access().write());
  }

  /**
   * @param record a sys_id; empty for those of all records
   */
  long count(Actor actor, String record) {
    return records.count(actor, Conflicts.TABLE, open(record));
  }

  /**
   * The oldest of each record first.
   *
   * @param record as in {@link #count}
   */
  List<Opened> of(Actor actor, String record) {
    Map<String, List<TableRecord>> byRecord = new LinkedHashMap<>();
    records
        .list(actor, Conflicts.TABLE, open(record), 0, MOST)
        .forEach(
            conflict ->
                byRecord
                    .computeIfAbsent(conflict.get("local_record"), id -> new ArrayList<>())
                    .add(conflict));
    return byRecord.values().stream().flatMap(some -> opened(actor, some).stream()).toList();
  }

  /** What doesn't look like an id is that of no record. */
  private static Query open(String record) {
    String only = record.matches("[0-9a-f]{32}") ? "^local_record=" + record : "";
    return Query.parse("state=open" + only + "^ORDERBYlocal_record^ORDERBYsys_id");
  }

  /** Decides all of these, or none. */
  @Transactional
  public void decide(Actor actor, List<Choice> choices) {
    choices.forEach(
        choice -> records.update(actor, Conflicts.TABLE, choice.conflict(), choice.values()));
  }

  private Optional<Opened> opened(Actor actor, List<TableRecord> conflicts) {
    TableRecord first = conflicts.get(0);
    Optional<Table> known =
        dictionary
            .find(first.get("local_table"))
            .filter(table -> actor.hasAnyOf(table.access().read()));
    return known.map(table -> opened(actor, table, first.get("local_record"), conflicts));
  }

  private Opened opened(Actor actor, Table table, String sysId, List<TableRecord> conflicts) {
    Optional<TableRecord> stands = records.find(actor, table.name(), sysId);
    String title = stands.map(now -> now.get(table.display())).orElse("");
    return new Opened(
        sysId,
        table.label(),
        title.isEmpty() ? sysId : title,
        stands.isEmpty() ? "" : RecordAddress.of(table.name(), sysId),
        conflicts.stream().flatMap(each -> line(actor, table, stands, each).stream()).toList());
  }

  /** A field that has left the dictionary can't be decided. */
  private Optional<Opened.Line> line(
      Actor actor, Table table, Optional<TableRecord> stands, TableRecord conflict) {
    return table
        .field(conflict.get("field"))
        .map(
            field ->
                new Opened.Line(
                    conflict.sysId(),
                    field.label(),
                    shown(table, field, conflict.get("base_value")),
                    new Opened.Side(
                        "Ours",
                        shown(
                            table,
                            field,
                            stands
                                .map(now -> now.get(field.name()))
                                .orElseGet(() -> conflict.get("local_value"))),
                        conflict.get("local_changed_by"),
                        conflict.get("local_changed_on")),
                    new Opened.Side(
                        partner(actor, conflict.get("remote_system")),
                        shown(table, field, conflict.get("remote_value")),
                        conflict.get("remote_changed_by"),
                        conflict.get("remote_changed_on")),
                    field.type() == FieldType.TEXT,
                    field.choices()));
  }

  private String partner(Actor actor, String remoteSystem) {
    return records
        .find(actor, REMOTE_SYSTEM, remoteSystem)
        .map(system -> system.get("name"))
        .orElse("Theirs");
  }

  /** Names and labels instead of ids and numbers; an id that leads nowhere is shown itself. */
  private String shown(Table table, Field field, String value) {
    TableRecord holder = new TableRecord(table.name(), Map.of(field.name(), value));
    String shown =
        displayValues.of(field, value, displayValues.ofReferences(List.of(holder), List.of(field)));
    return shown.isEmpty() ? value : shown;
  }
}
