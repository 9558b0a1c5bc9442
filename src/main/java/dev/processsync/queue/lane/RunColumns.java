package dev.processsync.queue.lane;

import dev.processsync.queue.entry.EntryStore;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;

/** What is written of a run that has ended, on its entry. */
public final class RunColumns {

  private RunColumns() {}

  /**
   * The same columns in the same order for all runs of a queue.
   *
   * @param endedMs when the flow had ended, epoch milliseconds
   */
  public static Map<Field<?>, Object> of(FlowRun run, long endedMs) {
    FlowOutcome outcome = run.outcome();
    LocalDateTime ended = LocalDateTime.ofEpochSecond(endedMs / 1000, 0, ZoneOffset.UTC);
    Map<Field<?>, Object> columns = new LinkedHashMap<>();
    columns.put(QueueColumns.STATUS, outcome.status());
    columns.put(QueueColumns.STAGE, outcome.stage());
    columns.put(
        QueueColumns.ERROR_INFO,
        outcome.info() == null ? null : EntryStore.bounded(outcome.info()));
    columns.put(QueueColumns.FAILING, false);
    columns.put(QueueColumns.FLOW_CONTEXT, outcome.flowContext());
    columns.put(QueueColumns.TIME_IN_QUEUE, run.startedMs() - run.entry().queuedMs());
    columns.put(QueueColumns.PROCESSING_TIME, endedMs - run.startedMs());
    columns.put(QueueColumns.PROCESSED_AT, outcome.waitsToBeSent() ? null : ended);
    columns.put(QueueColumns.UPDATED, ended);
    if (run.queue() == Queue.OUTBOUND) {
      FlowOutcome.Message message = outcome.message();
      columns.put(QueueColumns.LOCAL_ID, message == null ? null : message.localCorrelationId());
      columns.put(QueueColumns.REMOTE_ID, message == null ? null : message.remoteCorrelationId());
    } else {
      FlowOutcome.Target target = outcome.target();
      columns.put(QueueColumns.LOCAL_TABLE, target == null ? null : target.table());
      columns.put(QueueColumns.LOCAL_RECORD, target == null ? null : target.record());
      columns.put(
          QueueColumns.CONFLICTS,
          outcome.conflicts().isEmpty()
              ? null
              : EntryStore.bounded(FlowOutcome.Conflict.text(outcome.conflicts())));
    }
    return columns;
  }
}
