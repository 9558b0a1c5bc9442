package dev.processsync.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.support.FixedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** The statements of one table that every event needs. */
final class RecordStatements {

  /** Sets of fields that are changed together; there are few in an instance's life. */
  private static final int MOST_UPDATES = 200;

  private final DSLContext sql;
  private final Table table;
  private final List<Field> all;
  private final List<Field> readable;
  private final List<org.jooq.Field<Object>> columns;
  private final FixedStatement find;
  private final FixedStatement lock;
  private final FixedStatement lockAll;
  private final FixedStatement display;
  private final FixedStatement called;
  private final FixedStatement alike;
  private final FixedStatement insert;
  private final FixedStatement insertUnlessTaken;
  private final Cache<List<String>, FixedStatement> updates =
      Caffeine.newBuilder().maximumSize(MOST_UPDATES).build();

  RecordStatements(DSLContext sql, Table table) {
    this.sql = sql;
    this.table = table;
    this.all = List.copyOf(table.fields().values());
    this.readable = all.stream().filter(field -> field.type() != FieldType.PASSWORD).toList();
    this.columns = readable.stream().map(Columns::column).toList();
    this.find = FixedStatement.of(sql, select());
    this.lock = FixedStatement.of(sql, select().forUpdate());
    this.lockAll =
        FixedStatement.of(
            sql,
            sql.select(columns)
                .from(Columns.table(table))
                .where(FixedStatement.isOneOf(Columns.sysId()))
                .orderBy(Columns.sysId())
                .forUpdate());
    this.display =
        FixedStatement.of(
            sql,
            sql.select(Columns.sysId(), Columns.column(table.require(table.display())))
                .from(Columns.table(table))
                .where(FixedStatement.isOneOf(Columns.sysId())));
    Field name = table.require(table.display());
    this.called = first(Columns.column(name).eq(param(name).coerce(Columns.column(name))));
    this.alike = first(RecordStorage.alike(name, ""));
    InsertSetMoreStep<Record> inserting = inserting();
    this.insert = FixedStatement.of(sql, inserting);
    this.insertUnlessTaken =
        FixedStatement.of(
            sql, sql.family() == SQLDialect.POSTGRES ? inserting.onConflictDoNothing() : inserting);
  }

  /** Every column but secrets: those are never read with the record. */
  List<org.jooq.Field<Object>> columns() {
    return columns;
  }

  private FixedStatement first(Condition condition) {
    return FixedStatement.of(
        sql,
        sql.select(columns)
            .from(Columns.table(table))
            .where(condition)
            .orderBy(Columns.sysId())
            .limit(0));
  }

  private SelectConditionStep<Record> select() {
    return sql.select(columns).from(Columns.table(table)).where(Columns.sysId().eq(""));
  }

  private InsertSetMoreStep<Record> inserting() {
    Map<org.jooq.Field<?>, org.jooq.Field<?>> values = new LinkedHashMap<>();
    all.forEach(field -> values.put(Columns.column(field), param(field)));
    return sql.insertInto(Columns.table(table)).set(values);
  }

  private static org.jooq.Field<?> param(Field field) {
    return DSL.param(field.name(), Columns.type(field));
  }

  Optional<TableRecord> find(String sysId) {
    return find.read(this::read, sysId).stream().findFirst();
  }

  Optional<TableRecord> lock(String sysId) {
    return lock.read(this::read, sysId).stream().findFirst();
  }

  /** In one order, so that two transactions that lock many don't wait for each other. */
  List<TableRecord> lockAll(Collection<String> sysIds) {
    return lockAll.read(this::read, (Object) sysIds.toArray(String[]::new));
  }

  /** The first records whose display value this is, as it is stored. */
  List<TableRecord> called(@Nullable Object display, int limit) {
    return called.read(this::read, display, limit);
  }

  List<TableRecord> alike(String display, int limit) {
    return alike.read(this::read, display, limit);
  }

  private TableRecord read(ResultSet row) throws SQLException {
    return StoredRecord.read(table, readable, row);
  }

  Map<String, String> display(Collection<String> sysIds) {
    Field shown = table.require(table.display());
    Map<String, String> names = new HashMap<>();
    display.read(
        row -> names.put(row.getString(1), StoredRecord.value(shown, row, 2)),
        (Object) sysIds.toArray(String[]::new));
    return names;
  }

  void insert(Map<String, String> values) {
    write(values.getOrDefault("sys_id", ""), insert, stored(values));
  }

  /** Where rows of the table are left for the end of the transaction; empty if they are not. */
  private Optional<PendingRows> gathering() {
    return table.access().flows() ? PendingRows.current() : Optional.empty();
  }

  /** Now, or with the others of its turn. */
  private void write(String sysId, FixedStatement statement, @Nullable Object[] values) {
    gathering()
        .ifPresentOrElse(
            rows -> rows.add(table, sysId, statement, values), () -> statement.execute(values));
  }

  boolean insertUnlessTaken(Map<String, String> values) {
    if (gathering().isPresent()) {
      insert(values);
      return true;
    }
    try {
      return insertUnlessTaken.execute(stored(values)) == 1;
    } catch (DuplicateKeyException taken) {
      if (sql.family() == SQLDialect.POSTGRES) {
        throw taken;
      }
      return false;
    }
  }

  /** What has no value is empty. */
  private @Nullable Object[] stored(Map<String, String> values) {
    @Nullable Object[] stored = new Object[all.size()];
    for (int i = 0; i < stored.length; i++) {
      Field field = all.get(i);
      stored[i] = FieldValue.stored(field, values.getOrDefault(field.name(), ""));
    }
    return stored;
  }

  void update(String sysId, Map<String, String> values) {
    List<@Nullable Object> stored = new ArrayList<>(values.size() + 1);
    values.forEach((name, value) -> stored.add(FieldValue.stored(table.require(name), value)));
    stored.add(sysId);
    write(sysId, updates.get(List.copyOf(values.keySet()), this::updating), stored.toArray());
  }

  private FixedStatement updating(List<String> fields) {
    Map<org.jooq.Field<?>, org.jooq.Field<?>> values = new LinkedHashMap<>();
    for (String name : fields) {
      Field field = table.require(name);
      values.put(Columns.column(field), param(field));
    }
    return FixedStatement.of(
        sql, sql.update(Columns.table(table)).set(values).where(Columns.sysId().eq("")));
  }
}
