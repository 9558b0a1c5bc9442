package dev.processsync.storage;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.CreateIndexStep;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes of the dictionary's tables. Each costs at every write of a record, so on PostgreSQL
 * those of single fields leave out the records in which the field is empty: nobody looks for them
 * by that. The order in which every list begins always has one: it is asked for most, and of the
 * longest lists.
 */
public final class TableIndexes {

  private static final Logger log = LoggerFactory.getLogger(TableIndexes.class);
  private static final String SYS_ID = "sys_id";

  private final DSLContext sql;

  public TableIndexes(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param existing those that were there before
   */
  public void create(Table table, Indexes existing) {
    for (Table.Unique unique : table.unique()) {
      String name = uniqueName(table, unique);
      if (!existing.has(name)) {
        sql.createUniqueIndex(name)
            .on(Columns.table(table), columns(table, unique.fields()))
            .execute();
      }
    }
    for (List<String> index : lists(table)) {
      String name = shortName("ix", table, String.join(",", index));
      if (!existing.has(name)) {
        sql.createIndex(name).on(Columns.table(table), columns(table, index)).execute();
      }
    }
    boolean numbersLed = createForNumbers(table, existing);
    table
        .fields()
        .values()
        .forEach(
            field -> {
              boolean led = isLedBy(table, field) || (numbersLed && isNumber(table, field));
              create(table, field, led, existing);
            });
  }

  /** Numbers that were given twice before this was an index don't stop the start. */
  private boolean createForNumbers(Table table, Indexes existing) {
    Table.Numbering numbering = table.numbering();
    if (numbering == null) {
      return false;
    }
    String name = numberName(table, numbering);
    if (existing.has(name)) {
      return true;
    }
    org.jooq.Field<String> column = DSL.field(DSL.name(numbering.field()), String.class);
    sql.update(Columns.table(table))
        .setNull(column)
        .where(column.isNotNull().and(DSL.trim(column).eq("")))
        .execute();
    List<String> twice =
        sql.select(column)
            .from(Columns.table(table))
            .where(column.isNotNull())
            .groupBy(column)
            .having(DSL.count().gt(1))
            .orderBy(column)
            .limit(10)
            .fetch(column);
    if (!twice.isEmpty()) {
      log.warn(
          "{}: several records have the same number, {}. Give all but one of each another number"
              + " and restart: from then on the database sees to it that numbers are unique",
          table.title(),
          String.join(", ", twice));
      return false;
    }
    sql.createUniqueIndex(name).on(Columns.table(table), List.of(column)).execute();
    return true;
  }

  public static String numberName(Table table, Table.Numbering numbering) {
    return shortName("nx", table, numbering.field());
  }

  private static boolean isNumber(Table table, Field field) {
    Table.Numbering numbering = table.numbering();
    return numbering != null && numbering.field().equals(field.name());
  }

  private void create(Table table, Field field, boolean led, Indexes existing) {
    boolean isPartial = !field.mandatory() && sql.family() == SQLDialect.POSTGRES;
    String whole = shortName("ix", table, field.name());
    String partial = shortName("px", table, field.name());
    boolean isWanted = field.indexed() && !led;
    if ((!isWanted || isPartial) && !lists(table).contains(List.of(field.name()))) {
      drop(whole, existing);
    }
    if (!isWanted) {
      drop(partial, existing);
    }
    String wanted = isPartial ? partial : whole;
    if (!isWanted || existing.has(wanted)) {
      return;
    }
    org.jooq.Field<Object> column = Columns.column(field);
    CreateIndexStep create = sql.createIndex(wanted);
    if (isPartial) {
      create.on(Columns.table(table), List.of(column)).where(column.isNotNull()).execute();
    } else {
      create.on(Columns.table(table), List.of(column)).execute();
    }
  }

  /** The lists of fields that have an index each; the primary key is there anyway. */
  private static List<List<String>> lists(Table table) {
    List<String> newest = List.of(table.newest(), SYS_ID);
    return table.newest().equals(SYS_ID) || table.indexes().contains(newest)
        ? table.indexes()
        : Stream.concat(table.indexes().stream(), Stream.of(newest)).toList();
  }

  /**
   * An index that begins with the field answers for it; a second one would mislead the database.
   */
  private static boolean isLedBy(Table table, Field field) {
    return Stream.concat(table.unique().stream().map(Table.Unique::fields), lists(table).stream())
        .anyMatch(fields -> fields.get(0).equals(field.name()));
  }

  private void drop(String index, Indexes existing) {
    if (existing.has(index)) {
      sql.execute("drop index {0}", Columns.name(index));
    }
  }

  public static String uniqueName(Table table, Table.Unique unique) {
    return shortName("ux", table, String.join(",", unique.fields()));
  }

  private static List<org.jooq.Field<Object>> columns(Table table, List<String> fields) {
    return fields.stream().map(field -> Columns.column(table.require(field))).toList();
  }

  /** Names of at most 63 characters, as PostgreSQL has them. */
  private static String shortName(String kind, Table table, String what) {
    return kind
        + "_"
        + table.name().substring(0, Math.min(48, table.name().length()))
        + "_"
        + Integer.toHexString(what.hashCode());
  }
}
