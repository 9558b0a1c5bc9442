package dev.processsync.storage;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads rows as records, column by column. */
final class StoredRecord {

  private StoredRecord() {}

  /**
   * @param fields of the row's columns, in their order
   */
  static TableRecord read(Table table, List<Field> fields, ResultSet row) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>(2 * fields.size());
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i).name(), value(fields.get(i), row, i + 1));
    }
    return new TableRecord(table.name(), values);
  }

  /** A value as the wire shows it, empty if there is none. */
  static String value(Field field, ResultSet row, int column) throws SQLException {
    return switch (field.type()) {
      case INTEGER -> FieldValue.wire(row.getObject(column, Long.class));
      case BOOLEAN -> FieldValue.wire(row.getObject(column, Boolean.class));
      case DATE_TIME -> FieldValue.wire(row.getObject(column, LocalDateTime.class));
      case STRING, EXACT, TEXT, REFERENCE, PASSWORD -> FieldValue.wire(row.getString(column));
    };
  }
}
