package dev.processsync.record;

import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.storage.Columns;
import dev.processsync.storage.Indexes;
import dev.processsync.storage.RecordStorage;
import dev.processsync.storage.TableIndexes;
import dev.processsync.support.FixedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Record numbers ({@code INC0010001}), which no two records of a table share. They come from a
 * database sequence: they count up and never repeat, also from several nodes at once, which under
 * load draw some ahead ({@link NumberBlock}); a number whose record was not committed is not used
 * again. Whoever gives a number by hand may take one that the sequence has yet to reach: it passes
 * over those.
 */
public final class Numbers {

  /** The most numbers that are drawn at once to find one that is free. */
  private static final int MOST_DRAWN = 1_000;

  private final DSLContext sql;
  private final RecordStorage storage;
  private final Indexes indexes;
  private final Map<String, FixedStatement> draws = new ConcurrentHashMap<>();
  private final Map<String, NumberBlock> blocks = new ConcurrentHashMap<>();

  Numbers(DSLContext sql, RecordStorage storage) {
    this.sql = sql;
    this.storage = storage;
    this.indexes = Indexes.existing(sql);
  }

  /**
   * Gives a record that is to be written its number: the one that was given, the one that it has,
   * or one that is drawn.
   *
   * @param values what will be stored
   * @throws RecordConflict if another record has the number that was given
   */
  void settle(Table table, @Nullable TableRecord before, Map<String, String> values) {
    Table.Numbering numbering = table.numbering();
    if (numbering == null) {
      return;
    }
    String field = numbering.field();
    String number = values.getOrDefault(field, "").strip();
    if (number.isEmpty() && before == null) {
      values.put(field, next(table, numbering));
    } else if (before == null || !before.get(field).strip().equals(number)) {
      requireFree(table, field, number);
      values.put(field, number);
    }
  }

  /**
   * Stores a new record whose number was drawn; if somebody takes that very number in the same
   * moment, with another one.
   */
  void insert(RecordChange change, Table.Numbering numbering) {
    Table table = change.table();
    while (!storage.insertUnlessTaken(table, change.storedValues())) {
      if (!isTaken(table, numbering.field(), change.get(numbering.field()))) {
        storage.insert(table, change.storedValues()); // says what else is there already
        return;
      }
      block(table).leaveOut();
      change.set(numbering.field(), free(table, numbering));
    }
  }

  static String sequence(Table table) {
    return "number_of_" + table.name();
  }

  /** Where an index guards the numbers, storing the record shows whether this one is free. */
  private String next(Table table, Table.Numbering numbering) {
    return indexes.has(TableIndexes.numberName(table, numbering))
        ? numbering.format(block(table).next(count -> draw(table, count)))
        : free(table, numbering);
  }

  private NumberBlock block(Table table) {
    return blocks.computeIfAbsent(table.name(), name -> new NumberBlock(System::nanoTime));
  }

  /** The next number that no record has. */
  private String free(Table table, Table.Numbering numbering) {
    for (int drawn = 1; ; drawn = Math.min(drawn * 10, MOST_DRAWN)) {
      List<String> numbers = draw(table, drawn).stream().map(numbering::format).toList();
      List<String> taken = storage.taken(table, numbering.field(), numbers);
      List<String> free = new ArrayList<>(numbers);
      free.removeAll(taken);
      if (!free.isEmpty()) {
        return free.get(0);
      }
    }
  }

  private List<Long> draw(Table table, int count) {
    return draws
        .computeIfAbsent(table.name(), name -> drawing(table))
        .read(row -> row.getLong(1), count);
  }

  private FixedStatement drawing(Table table) {
    org.jooq.Field<Long> next =
        DSL.sequence(Columns.name(sequence(table)), SQLDataType.BIGINT).nextval();
    String times = sql.family() == SQLDialect.H2 ? "system_range(1, ?)" : "generate_series(1, ?)";
    return FixedStatement.of(sql, sql.select(next).from(times, 0));
  }

  private boolean isTaken(Table table, String field, String number) {
    return !storage.taken(table, field, List.of(number)).isEmpty();
  }

  private void requireFree(Table table, String field, String number) {
    List<TableRecord> holders = storage.alike(table, Map.of(field, number), 1);
    if (!holders.isEmpty()) {
      throw RecordConflict.lasting(field, taken(table, field, number, holders.get(0).sysId()));
    }
  }

  /**
   * Another record has the number.
   *
   * @param holder its sys_id, empty if that is not known
   */
  static String taken(Table table, String field, String number, String holder) {
    return "%s (%s.%s) '%s' belongs to another record%s: give another one, or none to have one drawn."
        .formatted(
            table.require(field).label(),
            table.name(),
            field,
            number,
            holder.isEmpty() ? "" : " (sys_id " + holder + ")");
  }
}
