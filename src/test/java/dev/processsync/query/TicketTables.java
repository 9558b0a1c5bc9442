package dev.processsync.query;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two tables whose names, and those of their fields, are words of SQL. */
final class TicketTables {

  /** A Friday. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-17T13:45:10Z"), ZoneOffset.UTC);

  static final Table GROUP =
      table(
          "group",
          "name",
          field("sys_id", FieldType.EXACT, null),
          field("name", FieldType.STRING, null),
          field("parent", FieldType.REFERENCE, "group"),
          field("active", FieldType.BOOLEAN, null),
          field("order", FieldType.INTEGER, null),
          field("table", FieldType.DATE_TIME, null));

  static final Table TICKET =
      table(
          "order",
          "title",
          field("sys_id", FieldType.EXACT, null),
          field("title", FieldType.STRING, null),
          field("select", FieldType.TEXT, null),
          field("code", FieldType.EXACT, null),
          field("order", FieldType.INTEGER, null),
          field("impact", FieldType.INTEGER, null),
          field("active", FieldType.BOOLEAN, null),
          field("opened_at", FieldType.DATE_TIME, null),
          field("closed_at", FieldType.DATE_TIME, null),
          field("group", FieldType.REFERENCE, "group"),
          field("parent", FieldType.REFERENCE, "order"),
          field("user_password", FieldType.PASSWORD, null));

  static final Dictionary DICTIONARY = new Dictionary(List.of(TICKET, GROUP));

  private TicketTables() {}

  static TableRecord ticket(String... fieldsAndValues) {
    return record("order", fieldsAndValues);
  }

  static TableRecord record(String table, String... fieldsAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      values.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    return new TableRecord(table, values);
  }

  static RecordLookup lookupIn(List<TableRecord> records) {
    Map<String, TableRecord> byId = new LinkedHashMap<>();
    records.forEach(record -> byId.put(record.table() + "/" + record.sysId(), record));
    return (table, sysId) -> Optional.ofNullable(byId.get(table + "/" + sysId));
  }

  private static Table table(String name, String display, Field... fields) {
    Map<String, Field> byName = new LinkedHashMap<>();
    for (Field field : fields) {
      byName.put(field.name(), field);
    }
    Table.Access nobody = new Table.Access(Set.of(), Set.of(), Set.of(), Set.of(), false);
    return new Table(
        name, name, name, display, null, nobody, List.of(), List.of(), "sys_id", byName);
  }

  private static Field field(String name, FieldType type, @Nullable String reference) {
    return new Field(
        name,
        name,
        type,
        reference,
        Map.of(),
        false,
        false,
        false,
        false,
        false,
        40,
        false,
        "",
        Field.OnDelete.CLEAR);
  }
}
