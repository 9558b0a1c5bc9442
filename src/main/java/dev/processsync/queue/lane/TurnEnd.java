package dev.processsync.queue.lane;

import static dev.processsync.queue.entry.QueueColumns.MESSAGE;
import static dev.processsync.queue.entry.QueueColumns.MOD_COUNT;
import static dev.processsync.queue.entry.QueueColumns.RETRY_METADATA;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;
import static dev.processsync.queue.entry.QueueColumns.isStillReadyFor;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.Stage;
import dev.processsync.support.FixedStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/**
 * Writes what the flows of a turn came to, in one round trip: on PostgreSQL in one statement, which
 * costs it half of what a batch of them does; H2, which joins nothing to an update, gets a batch.
 */
@Repository
public class TurnEnd {

  private final DSLContext sql;
  private final Map<Queue, FixedStatement> statements = new ConcurrentHashMap<>();
  private final Clock clock;

  TurnEnd(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @throws EntryTaken if somebody decided about one of the entries meanwhile: the turn must be
   *     rolled back, as if its flow had not run
   */
  void write(Queue queue, List<FlowRun> runs) {
    if (runs.isEmpty()) {
      return;
    }
    long now = clock.millis();
    List<Map<Field<?>, Object>> ended = runs.stream().map(run -> columns(run, now)).toList();
    if (sql.family() == SQLDialect.POSTGRES) {
      writeJoined(queue, ended);
    } else {
      writeEach(queue, ended);
    }
    runs.forEach(this::writeMessage);
  }

  /** What is written of a run, and at last which entry it was. */
  private static Map<Field<?>, Object> columns(FlowRun run, long now) {
    Map<Field<?>, Object> columns = RunColumns.of(run, now);
    columns.put(SYS_ID, run.entry().sysId());
    return columns;
  }

  private void writeEach(Queue queue, List<Map<Field<?>, Object>> ended) {
    List<Field<?>> columns = List.copyOf(ended.get(0).keySet());
    int[] updated =
        statements
            .computeIfAbsent(queue, of -> FixedStatement.of(sql, ofOne(of, columns)))
            .executeAll(ended.stream().map(row -> row.values().toArray()).toList());
    for (int i = 0; i < updated.length; i++) {
      if (updated[i] == 0) {
        throw new EntryTaken(sysId(ended.get(i)));
      }
    }
  }

  private Query ofOne(Queue queue, List<Field<?>> columns) {
    Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column, param(column)));
    values.remove(SYS_ID);
    return set(queue, values).where(SYS_ID.eq(param(SYS_ID))).and(isStillReadyFor(Stage.FLOW));
  }

  private void writeJoined(Queue queue, List<Map<Field<?>, Object>> ended) {
    List<Field<?>> columns = List.copyOf(ended.get(0).keySet());
    Object[] values = columns.stream().map(column -> texts(ended, column)).toArray();
    Set<String> updated =
        new HashSet<>(
            statements
                .computeIfAbsent(queue, of -> FixedStatement.of(sql, ofMany(of, columns)))
                .read(row -> row.getString(1), values));
    for (Map<Field<?>, Object> row : ended) {
      if (!updated.contains(sysId(row))) {
        throw new EntryTaken(sysId(row));
      }
    }
  }

  /** A column of all the runs, as texts that the database reads again. */
  private static String[] texts(List<Map<Field<?>, Object>> ended, Field<?> column) {
    return ended.stream()
        .map(row -> row.get(column))
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  private Query ofMany(Queue queue, List<Field<?>> columns) {
    Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
    List<Field<?>> arrays = new ArrayList<>();
    for (Field<?> column : columns) {
      values.put(column, ended(columns, column).cast(column.getDataType()));
      arrays.add(DSL.field("cast({0} as text[])", DSL.sql("?")));
    }
    Field<?> entry = ended(columns, SYS_ID);
    values.remove(SYS_ID);
    Table<?> all =
        DSL.table("unnest({0})", DSL.list(arrays))
            .as(
                "ended",
                IntStream.range(0, columns.size()).mapToObj(TurnEnd::name).toArray(String[]::new));
    return set(queue, values)
        .from(all)
        .where(SYS_ID.eq(entry.coerce(SYS_ID)))
        .and(isStillReadyFor(Stage.FLOW))
        .returning(SYS_ID);
  }

  private static Field<String> ended(List<Field<?>> columns, Field<?> column) {
    return DSL.field(DSL.name("ended", name(columns.indexOf(column))), String.class);
  }

  private static String name(int column) {
    return "value_" + column;
  }

  private UpdateSetMoreStep<?> set(Queue queue, Map<Field<?>, Field<?>> values) {
    return sql.update(QueueColumns.table(queue))
        .set(values)
        .set(RETRY_METADATA, DSL.inline(null, RETRY_METADATA))
        .set(MOD_COUNT, MOD_COUNT.plus(DSL.inline(1)));
  }

  private static String sysId(Map<Field<?>, Object> row) {
    return String.valueOf(row.get(SYS_ID));
  }

  private void writeMessage(FlowRun run) {
    String message = run.otherMessage();
    if (message != null) {
      sql.update(QueueColumns.table(run.queue()))
          .set(MESSAGE, message)
          .where(SYS_ID.eq(run.entry().sysId()))
          .execute();
    }
  }

  private static <T> Field<T> param(Field<T> column) {
    return DSL.param(column.getName(), column.getDataType());
  }
}
