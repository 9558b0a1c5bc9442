package dev.processsync.storage;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import org.jooq.DataType;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Names and types of tables and columns in the database. */
public final class Columns {

  public static final String SCHEMA = "process_sync";

  private Columns() {}

  public static org.jooq.Table<Record> table(Table table) {
    return DSL.table(DSL.name(SCHEMA, table.name()));
  }

  public static Name name(String schemaObject) {
    return DSL.name(SCHEMA, schemaObject);
  }

  public static DataType<?> type(Field field) {
    return switch (field.type()) {
      case INTEGER -> SQLDataType.BIGINT;
      case BOOLEAN -> SQLDataType.BOOLEAN;
      case DATE_TIME -> SQLDataType.LOCALDATETIME(0);
      case REFERENCE -> SQLDataType.VARCHAR(32);
      case STRING, EXACT -> text(field);
      case TEXT -> field.isLong() ? SQLDataType.CLOB : text(field);
      // A secret is stored encrypted, which takes more room than what was typed.
      case PASSWORD -> SQLDataType.VARCHAR(4_000);
    };
  }

  /** H2 counts a character beyond the first 65,536, such as an emoji, as two. */
  private static DataType<String> text(Field field) {
    return SQLDataType.VARCHAR(2 * field.length());
  }

  @SuppressWarnings("unchecked")
  public static org.jooq.Field<Object> column(Field field) {
    return (org.jooq.Field<Object>) DSL.field(DSL.name(field.name()), type(field));
  }

  public static org.jooq.Field<String> sysId() {
    return DSL.field(DSL.name("sys_id"), SQLDataType.VARCHAR(32));
  }
}
