package dev.processsync.queue.lane;

import static dev.processsync.queue.entry.QueueColumns.ERROR_INFO;
import static dev.processsync.queue.entry.QueueColumns.FAILING;
import static dev.processsync.queue.entry.QueueColumns.FLOW_CONTEXT;
import static dev.processsync.queue.entry.QueueColumns.LOCAL_ID;
import static dev.processsync.queue.entry.QueueColumns.LOCAL_RECORD;
import static dev.processsync.queue.entry.QueueColumns.LOCAL_TABLE;
import static dev.processsync.queue.entry.QueueColumns.MESSAGE;
import static dev.processsync.queue.entry.QueueColumns.MOD_COUNT;
import static dev.processsync.queue.entry.QueueColumns.PROCESSED_AT;
import static dev.processsync.queue.entry.QueueColumns.PROCESSING_TIME;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_ID;
import static dev.processsync.queue.entry.QueueColumns.RETRY_METADATA;
import static dev.processsync.queue.entry.QueueColumns.STAGE;
import static dev.processsync.queue.entry.QueueColumns.STATUS;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;
import static dev.processsync.queue.entry.QueueColumns.TIME_IN_QUEUE;
import static dev.processsync.queue.entry.QueueColumns.UPDATED;
import static dev.processsync.queue.entry.QueueColumns.isStillReadyFor;

import dev.processsync.queue.entry.EntryStore;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.Stage;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes what the flows of a turn came to: one batch of updates, one round trip. */
@Repository
public class TurnEnd {

  private final DSLContext sql;
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
    LocalDateTime now = QueueColumns.now(clock);
    BatchBindStep batch = sql.batch(statement(queue));
    for (FlowRun run : runs) {
      batch = batch.bind(values(run, now));
    }
    int[] updated = batch.execute();
    int i = 0;
    for (FlowRun run : runs) {
      if (updated[i++] == 0) {
        throw new EntryTaken(run.entry().sysId());
      }
      writeMessage(run);
    }
  }

  private UpdateSetMoreStep<Record> set(Queue queue) {
    return sql.update(QueueColumns.table(queue))
        .set(STATUS, param(STATUS))
        .set(STAGE, param(STAGE))
        .set(ERROR_INFO, param(ERROR_INFO))
        .set(FAILING, DSL.inline(false))
        .set(RETRY_METADATA, DSL.inline(null, RETRY_METADATA))
        .set(FLOW_CONTEXT, param(FLOW_CONTEXT))
        .set(TIME_IN_QUEUE, param(TIME_IN_QUEUE))
        .set(PROCESSING_TIME, param(PROCESSING_TIME))
        .set(PROCESSED_AT, param(PROCESSED_AT))
        .set(UPDATED, param(UPDATED))
        .set(MOD_COUNT, MOD_COUNT.plus(DSL.inline(1)));
  }

  private org.jooq.Query statement(Queue queue) {
    UpdateSetMoreStep<Record> update =
        queue == Queue.OUTBOUND
            ? set(queue).set(LOCAL_ID, param(LOCAL_ID)).set(REMOTE_ID, param(REMOTE_ID))
            : set(queue)
                .set(LOCAL_TABLE, param(LOCAL_TABLE))
                .set(LOCAL_RECORD, param(LOCAL_RECORD));
    return update.where(SYS_ID.eq(param(SYS_ID))).and(isStillReadyFor(Stage.FLOW));
  }

  /** In the order of the statement's parameters. */
  private @Nullable Object[] values(FlowRun run, LocalDateTime now) {
    QueueEntry entry = run.entry();
    FlowOutcome outcome = run.outcome();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(outcome.status());
    values.add(outcome.stage());
    values.add(outcome.info() == null ? null : EntryStore.bounded(outcome.info()));
    values.add(outcome.flowContext());
    values.add(run.startedMs() - entry.queuedMs());
    values.add(clock.millis() - run.startedMs());
    values.add(outcome.waitsToBeSent() ? null : now);
    values.add(now);
    if (run.queue() == Queue.OUTBOUND) {
      FlowOutcome.Message message = outcome.message();
      values.add(message == null ? null : message.localCorrelationId());
      values.add(message == null ? null : message.remoteCorrelationId());
    } else {
      FlowOutcome.Target target = outcome.target();
      values.add(target == null ? null : target.table());
      values.add(target == null ? null : target.record());
    }
    values.add(entry.sysId());
    return values.toArray();
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
