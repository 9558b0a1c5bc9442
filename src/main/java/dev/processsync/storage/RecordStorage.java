package dev.processsync.storage;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidQuery;
import dev.processsync.query.SqlSelection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Records as rows: no rules, no rights, one statement a method. Those that every event needs are
 * kept as {@link RecordStatements}.
 */
public final class RecordStorage {

  /** Rows that the database's driver reads at a time: those with long texts, and others. */
  private static final int FEW = 8;

  private static final int MANY = 500;

  private final DSLContext sql;
  private final Map<String, RecordStatements> statements = new ConcurrentHashMap<>();

  public RecordStorage(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * From now on the current transaction writes the rows of tables that flows write together: before
   * the commit, and before anything is read that they could be a part of.
   */
  public void gather() {
    PendingRows.begin();
  }

  /** Locks records that the current transaction, which {@link #gather}s, will probably change. */
  public void lockAhead(Table table, Collection<String> sysIds) {
    if (table.access().flows()) {
      PendingRows.settle(table);
      PendingRows pending = PendingRows.begin();
      statements(table).lockAll(sysIds).forEach(pending::lock);
    }
  }

  private RecordStatements statements(Table table) {
    return statements.computeIfAbsent(table.name(), name -> new RecordStatements(sql, table));
  }

  public Optional<TableRecord> find(Table table, String sysId) {
    PendingRows.settle(table, sysId);
    return statements(table).find(sysId);
  }

  /** The record, locked until the transaction ends. */
  public Optional<TableRecord> lock(Table table, String sysId) {
    PendingRows.settle(table, sysId);
    return PendingRows.current()
        .flatMap(rows -> rows.locked(table, sysId))
        .or(() -> statements(table).lock(sysId));
  }

  public List<TableRecord> findAll(Table table, Collection<String> sysIds) {
    return read(table, select(table, Columns.sysId().in(sysIds)));
  }

  /** What stands for these records where people look, by sys_id. */
  public Map<String, String> display(Table table, Collection<String> sysIds) {
    PendingRows.settle(table);
    return statements(table).display(sysIds);
  }

  /** The records whose fields have exactly these values, oldest first. */
  public List<TableRecord> findBy(Table table, Map<String, String> values) {
    return read(table, select(table, equal(table, values)).orderBy(Columns.sysId()));
  }

  /**
   * The first records that are called so, else those that are called nearly so: names are compared
   * without regard to case and to blanks around them.
   *
   * @throws dev.processsync.problem.InvalidRecord if nothing can be called so
   */
  public List<TableRecord> called(Table table, String name, int limit) {
    PendingRows.settle(table);
    Field display = table.require(table.display());
    Object stored = FieldValue.stored(display, FieldValue.canonical(table, display, name));
    List<TableRecord> exactly = statements(table).called(stored, limit);
    return exactly.isEmpty() && display.comparesAsName()
        ? statements(table).alike(name, limit)
        : exactly;
  }

  /**
   * The first records whose fields have these values, names compared without regard to case and to
   * blanks around them.
   */
  public List<TableRecord> alike(Table table, Map<String, String> values, int limit) {
    List<Condition> conditions = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          Field field = table.require(name);
          conditions.add(
              field.comparesAsName() ? alike(field, value) : equal(table, Map.of(name, value)));
        });
    return read(table, select(table, DSL.and(conditions)).orderBy(Columns.sysId()).limit(limit));
  }

  /** The database folds both sides: it knows letters in its own way. */
  static Condition alike(Field field, String value) {
    org.jooq.Field<String> column = DSL.field(DSL.name(field.name()), String.class);
    return DSL.lower(DSL.trim(column)).eq(DSL.lower(DSL.trim(DSL.val(value))));
  }

  /** Those of the values that a record has already. */
  public List<String> taken(Table table, String field, List<String> values) {
    PendingRows.settle(table);
    org.jooq.Field<String> column = DSL.field(DSL.name(field), String.class);
    return sql.select(column).from(Columns.table(table)).where(column.in(values)).fetch(column);
  }

  /** The records that a query means, with no more than these fields. */
  public List<TableRecord> select(
      Table table, Collection<Field> fields, SqlSelection selection, long offset, int limit) {
    PendingRows.settleAll();
    List<Field> readable = readable(fields);
    Select<? extends Record> select =
        sql.select(readable.stream().map(RecordStorage::qualified).toList())
            .from(selection.from())
            .where(selection.where())
            .orderBy(selection.orderBy())
            .offset(offset)
            .limit(limit);
    ReadBudget budget = new ReadBudget();
    List<TableRecord> found = new ArrayList<>();
    try (Cursor<? extends Record> rows = select.fetchSize(fetchSize(readable)).fetchLazy()) {
      while (rows.hasNext()) {
        TableRecord record = record(table, readable, rows.fetchNext());
        if (!budget.allows(record)) {
          throw new InvalidQuery(
              "list of " + table.name(),
              "these records have more text than one answer may have, %d characters: ask for fewer at a time (sysparm_limit), or for fewer fields (sysparm_fields)."
                  .formatted(ReadBudget.MOST_CHARACTERS));
        }
        found.add(record);
      }
    }
    return found;
  }

  private static int fetchSize(Collection<Field> fields) {
    return fields.stream().anyMatch(Field::isLong) ? FEW : MANY;
  }

  /**
   * The first records of a selection with their places.
   *
   * @param place what to select for that
   */
  List<PlacedRecord> place(
      Table table,
      Collection<Field> fields,
      List<org.jooq.Field<Object>> place,
      SqlSelection selection,
      int limit) {
    PendingRows.settleAll();
    List<Field> readable = readable(fields);
    List<SelectFieldOrAsterisk> columns = new ArrayList<>();
    readable.forEach(field -> columns.add(qualified(field)));
    for (int i = 0; i < place.size(); i++) {
      columns.add(place.get(i).as(DSL.name("place " + i))); // as no field can be called
    }
    return sql.select(columns)
        .from(selection.from())
        .where(selection.where())
        .orderBy(selection.orderBy())
        .limit(limit)
        .fetch(
            row -> {
              List<@Nullable Object> values = new ArrayList<>();
              for (int i = 0; i < place.size(); i++) {
                values.add(row.get(readable.size() + i));
              }
              return new PlacedRecord(record(table, readable, row), values);
            });
  }

  /** How many records there are; counts no further than the limit. */
  public long countUpTo(SqlSelection selection, long limit) {
    PendingRows.settleAll();
    return sql.selectCount()
        .from(
            sql.select(DSL.inline(1).as("one"))
                .from(selection.from())
                .where(selection.where())
                .limit(limit)
                .asTable("counted"))
        .fetchSingle()
        .value1()
        .longValue();
  }

  public long count(SqlSelection selection) {
    PendingRows.settleAll();
    return sql.selectCount()
        .from(selection.from())
        .where(selection.where())
        .fetchSingle()
        .value1()
        .longValue();
  }

  public int count(Table table, Map<String, String> values) {
    PendingRows.settle(table);
    return sql.fetchCount(Columns.table(table), equal(table, values));
  }

  public void insert(Table table, Map<String, String> values) {
    statements(table).insert(values);
  }

  /**
   * Inserts a record, unless one with the same unique values is there or being made: then nothing
   * happens, and the transaction goes on.
   */
  public boolean insertUnlessTaken(Table table, Map<String, String> values) {
    return statements(table).insertUnlessTaken(values);
  }

  public void update(Table table, String sysId, Map<String, String> values) {
    statements(table).update(sysId, values);
  }

  public void delete(Table table, String sysId) {
    PendingRows.forget(table);
    sql.deleteFrom(Columns.table(table)).where(Columns.sysId().eq(sysId)).execute();
  }

  /** Empties the references to a record that is about to go. */
  public void clear(Table table, Field reference, String sysId) {
    PendingRows.forget(table);
    org.jooq.Field<Object> column = Columns.column(reference);
    sql.update(Columns.table(table)).setNull(column).where(column.eq(sysId)).execute();
  }

  private SelectConditionStep<Record> select(Table table, Condition condition) {
    PendingRows.settle(table);
    return sql.select(statements(table).columns()).from(Columns.table(table)).where(condition);
  }

  private static Condition equal(Table table, Map<String, String> values) {
    List<Condition> conditions = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          Field field = table.require(name);
          Object stored = FieldValue.stored(field, FieldValue.canonical(table, field, value));
          org.jooq.Field<Object> column = Columns.column(field);
          conditions.add(stored == null ? column.isNull() : column.eq(stored));
        });
    return DSL.and(conditions);
  }

  static List<TableRecord> read(Table table, Select<? extends Record> select) {
    return select.fetch(row -> record(table, table.fields().values(), row));
  }

  private static List<Field> readable(Collection<Field> fields) {
    return fields.stream().filter(field -> field.type() != FieldType.PASSWORD).toList();
  }

  private static org.jooq.Field<?> qualified(Field field) {
    return DSL.field(DSL.name(SqlSelection.ALIAS, field.name()), Columns.type(field));
  }

  private static TableRecord record(Table table, Collection<Field> fields, Record row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : fields) {
      if (field.type() != FieldType.PASSWORD) {
        values.put(field.name(), FieldValue.wire(row.get(field.name())));
      }
    }
    return new TableRecord(table.name(), values);
  }
}
