package dev.processsync.record;

import dev.processsync.database.StartTurn;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.DictionaryProblem;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.storage.Columns;
import dev.processsync.storage.Indexes;
import dev.processsync.storage.StoredColumn;
import dev.processsync.storage.TableIndexes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.CreateSequenceFlagsStep;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every table and field of the dictionary its storage. Only ever adds or widens: a field that
 * leaves the dictionary keeps its column, so nothing is lost by editing a file.
 */
final class SchemaUpdate {

  private static final Logger log = LoggerFactory.getLogger(SchemaUpdate.class);

  /** Bytes. */
  private static final int TEXT_IN_ROW = 4096;

  private final DSLContext sql;
  private final StartTurn turn;
  private final TableIndexes indexes;

  SchemaUpdate(DSLContext sql, StartTurn turn) {
    this.sql = sql;
    this.indexes = new TableIndexes(sql);
    this.turn = turn;
  }

  void apply(Dictionary dictionary) {
    turn.take(
        () -> {
          keepShortTextsInTheirRows();
          Map<String, Map<String, StoredColumn>> existing = existingColumns();
          Indexes existingIndexes = Indexes.existing(sql);
          for (Table table : dictionary.tables()) {
            apply(table, existing);
            indexes.create(table, existingIndexes);
          }
        });
  }

  /** Else H2 would read each text beside its row, however short. It keeps this for good. */
  private void keepShortTextsInTheirRows() {
    if (sql.family() == SQLDialect.H2) {
      sql.execute("set max_length_inplace_lob " + TEXT_IN_ROW);
    }
  }

  private void apply(Table table, Map<String, Map<String, StoredColumn>> existing) {
    Map<String, StoredColumn> columns = existing.get(table.name());
    if (columns == null) {
      create(table);
    } else if (!columns.containsKey("sys_id")) {
      throw new DictionaryProblem(
          "for table " + table.name(), "the instance itself uses this name; choose another");
    } else {
      table.fields().values().forEach(field -> alter(table, field, columns));
    }
    Table.Numbering numbering = table.numbering();
    if (numbering != null) {
      CreateSequenceFlagsStep sequence =
          sql.createSequenceIfNotExists(Columns.name(Numbers.sequence(table)))
              .startWith(numbering.start());
      cached(sequence).execute();
    }
  }

  /**
   * On PostgreSQL every connection would keep numbers of its own, so that they would not count up.
   * H2 keeps them for all, and commits once more for each number if it may keep none.
   */
  private CreateSequenceFlagsStep cached(CreateSequenceFlagsStep sequence) {
    return sql.family() == SQLDialect.H2 ? sequence.cache(32) : sequence.noCache();
  }

  private void create(Table table) {
    List<org.jooq.Field<Object>> columns =
        table.fields().values().stream().map(Columns::column).toList();
    CreateTableElementListStep create = sql.createTable(Columns.table(table)).columns(columns);
    create.primaryKey(Columns.sysId()).execute();
    log.info("Table {} created with {} fields", table.name(), columns.size());
  }

  private void alter(Table table, Field field, Map<String, StoredColumn> columns) {
    StoredColumn column = columns.get(field.name());
    if (column == null) {
      sql.alterTable(Columns.table(table)).addColumn(Columns.column(field)).execute();
      log.info("Field {} added to table {}", field.name(), table.name());
      return;
    }
    if (!column.suits(field)) {
      throw new DictionaryProblem(
          "for table " + table.name(),
          "field '%s' is now of type %s, but its stored values are of type '%s': give the new field another name"
              .formatted(
                  field.name(), field.type().name().toLowerCase(Locale.ROOT), column.type()));
    }
    if (sql.family() == SQLDialect.H2 && column.keepsWithinTheRow(field)) {
      sql.alterTable(Columns.table(table))
          .alterColumn(Columns.column(field))
          .set(Columns.type(field))
          .execute();
      log.info("The texts of {}.{} are kept beside their records now", table.name(), field.name());
      return;
    }
    int stored = column.length();
    int wanted = Columns.type(field).hasLength() ? Columns.type(field).length() : 0;
    if (stored > 0 && wanted > stored) {
      sql.alterTable(Columns.table(table))
          .alterColumn(Columns.column(field))
          .set(Columns.type(field))
          .execute();
      log.info("Field {}.{} widened from {} to {}", table.name(), field.name(), stored, wanted);
    }
  }

  /** Each existing column, by table and column. */
  private Map<String, Map<String, StoredColumn>> existingColumns() {
    org.jooq.Field<String> table = DSL.field(DSL.name("table_name"), SQLDataType.VARCHAR);
    org.jooq.Field<String> column = DSL.field(DSL.name("column_name"), SQLDataType.VARCHAR);
    org.jooq.Field<Long> length =
        DSL.field(DSL.name("character_maximum_length"), SQLDataType.BIGINT);
    Map<String, Map<String, StoredColumn>> columns = new HashMap<>();
    org.jooq.Field<String> type = DSL.field(DSL.name("data_type"), SQLDataType.VARCHAR);
    sql.select(table, column, length, type)
        .from(DSL.table(DSL.name("information_schema", "columns")))
        .where(DSL.field(DSL.name("table_schema"), SQLDataType.VARCHAR).eq(Columns.SCHEMA))
        .forEach(
            row ->
                columns
                    .computeIfAbsent(row.value1(), name -> new HashMap<>())
                    .put(
                        row.value2(),
                        new StoredColumn(
                            row.value4(), row.value3() == null ? 0 : row.value3().intValue())));
    return columns;
  }
}
