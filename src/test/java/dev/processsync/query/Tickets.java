package dev.processsync.query;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random records, of few enough values that random queries find some. */
final class Tickets {

  static final Map<FieldType, List<String>> VALUES =
      Map.of(
          FieldType.STRING,
          List.of(
              "a", "A", "b", "aB", "Ab", "a b", "B_%", "%", "_", "!", "!%", "\\", "'", "a^b", "ä",
              "Ä", "z-a", "zA", "日", "Z", "[", "z", "0", "10", "9", "null", "\"", "a\nb"),
          FieldType.INTEGER,
          List.of("-1", "0", "1", "2", "9", "10", "9223372036854775807", "-9223372036854775808"),
          FieldType.BOOLEAN,
          List.of("true", "false"),
          FieldType.DATE_TIME,
          List.of(
              "2024-05-16 23:59:59",
              "2024-05-17 00:00:00",
              "2024-05-17 13:45:10",
              "2024-05-17 23:59:59",
              "2024-05-18 00:00:00",
              "2023-12-31 12:00:00",
              "0999-01-01 00:00:00"));

  private static final int GROUPS = 8;
  private static final int TICKETS = 60;

  private Tickets() {}

  /** The values that records and queries share for a type. */
  static List<String> values(Field field) {
    if (field.isReference()) {
      return ids(field.reference() == null ? "" : field.reference());
    }
    if (field.name().equals("sys_id")) {
      return ids("order");
    }
    return switch (field.type()) {
      case TEXT, EXACT, STRING -> VALUES.getOrDefault(FieldType.STRING, List.of());
      default -> VALUES.getOrDefault(field.type(), List.of());
    };
  }

  static List<TableRecord> random(Random random) {
    List<TableRecord> records = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      records.add(record(TicketTables.GROUP, "group" + i, random));
    }
    for (int i = 0; i < TICKETS; i++) {
      records.add(record(TicketTables.TICKET, "order" + i, random));
    }
    return records;
  }

  private static TableRecord record(Table table, String sysId, Random random) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : table.fields().values()) {
      boolean empty = random.nextInt(5) == 0 || field.type() == FieldType.PASSWORD;
      List<String> pool = values(field);
      values.put(field.name(), empty ? "" : pool.get(random.nextInt(pool.size())));
    }
    values.put("sys_id", sysId);
    return new TableRecord(table.name(), values);
  }

  /** Ids of a table's records, and two that dangle. */
  private static List<String> ids(String table) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < GROUPS + 2; i++) {
      ids.add(table + (i < GROUPS ? i : TICKETS + i));
    }
    return ids;
  }
}
