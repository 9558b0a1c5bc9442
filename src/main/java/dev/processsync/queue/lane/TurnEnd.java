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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Writes what the flows of a turn came to: one batch of updates, one round trip. */
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
    List<Object[]> ended = new ArrayList<>(runs.size());
    for (FlowRun run : runs) {
      List<Object> values = new ArrayList<>(RunColumns.of(run, now).values());
      values.add(run.entry().sysId());
      ended.add(values.toArray());
    }
    Set<Field<?>> columns = RunColumns.of(runs.get(0), now).keySet();
    int[] updated =
        statements
            .computeIfAbsent(queue, of -> FixedStatement.of(sql, statement(of, columns)))
            .executeAll(ended);
    int i = 0;
    for (FlowRun run : runs) {
      if (updated[i++] == 0) {
        throw new EntryTaken(run.entry().sysId());
      }
      writeMessage(run);
    }
  }

  private Query statement(Queue queue, Set<Field<?>> columns) {
    Map<Field<?>, Field<?>> params = new LinkedHashMap<>();
    columns.forEach(column -> params.put(column, param(column)));
    return sql.update(QueueColumns.table(queue))
        .set(params)
        .set(RETRY_METADATA, DSL.inline(null, RETRY_METADATA))
        .set(MOD_COUNT, MOD_COUNT.plus(DSL.inline(1)))
        .where(SYS_ID.eq(param(SYS_ID)))
        .and(isStillReadyFor(Stage.FLOW));
  }

  /** Most flows send what was captured, which is on the entry already. */
  private void writeMessage(FlowRun run) {
    FlowOutcome.Message message = run.outcome().message();
    if (message != null && !message.payload().equals(run.entry().payload())) {
      sql.update(QueueColumns.table(run.queue()))
          .set(MESSAGE, message.payload())
          .where(SYS_ID.eq(run.entry().sysId()))
          .execute();
    }
  }

  private static <T> Field<T> param(Field<T> column) {
    return DSL.param(column.getName(), column.getDataType());
  }
}
