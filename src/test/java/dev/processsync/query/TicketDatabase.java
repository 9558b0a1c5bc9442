package dev.processsync.query;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The ticket tables in a real database. */
final class TicketDatabase {

  private final DSLContext sql;
  private final DataType<String> text;
  private final QuerySql queries = new QuerySql(TicketTables.DICTIONARY, TicketTables.CLOCK);

  TicketDatabase(DataSource source, SQLDialect dialect) {
    this.sql = DSL.using(source, dialect);
    // sorted by a language unless the query asks otherwise
    this.text =
        dialect == SQLDialect.POSTGRES
            ? SQLDataType.VARCHAR(4000).collation(DSL.collation("en-x-icu"))
            : SQLDataType.VARCHAR(4000);
    sql.createSchema(DSL.name(SqlSelection.SCHEMA)).execute();
    for (Table table : TicketTables.DICTIONARY.tables()) {
      sql.createTable(name(table))
          .columns(table.fields().values().stream().map(this::column).toList())
          .execute();
    }
  }

  void insert(List<TableRecord> records) {
    for (TableRecord record : records) {
      Table table = TicketTables.DICTIONARY.require(record.table());
      Map<org.jooq.Field<?>, Object> row = new LinkedHashMap<>();
      for (Field field : table.fields().values()) {
        row.put(column(field), stored(field, record.get(field.name())));
      }
      sql.insertInto(DSL.table(name(table))).set(row).execute();
    }
  }

  /** The ids of the tickets that the query finds, in its order. */
  List<String> find(Query query) {
    SqlSelection selection = queries.select(query, TicketTables.TICKET);
    return sql.select(DSL.field(DSL.name(SqlSelection.ALIAS, "sys_id"), SQLDataType.VARCHAR))
        .from(selection.from())
        .where(selection.where())
        .orderBy(selection.orderBy())
        .fetch(row -> row.value1());
  }

  private static org.jooq.Name name(Table table) {
    return DSL.name(SqlSelection.SCHEMA, table.name());
  }

  @SuppressWarnings("unchecked")
  private org.jooq.Field<Object> column(Field field) {
    DataType<?> type =
        switch (field.type()) {
          case INTEGER -> SQLDataType.BIGINT;
          case BOOLEAN -> SQLDataType.BOOLEAN;
          case DATE_TIME -> SQLDataType.LOCALDATETIME(0);
          default -> text;
        };
    return (org.jooq.Field<Object>) DSL.field(DSL.name(field.name()), type);
  }

  private static @Nullable Object stored(Field field, String value) {
    if (value.isEmpty() || field.type() == FieldType.PASSWORD) {
      return null;
    }
    return switch (field.type()) {
      case INTEGER -> Long.valueOf(value);
      case BOOLEAN -> Boolean.valueOf(value);
      case DATE_TIME -> LocalDateTime.parse(value, Moments.FORMAT);
      default -> value;
    };
  }
}
