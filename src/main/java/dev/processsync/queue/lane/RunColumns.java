package dev.processsync.queue.lane;

import dev.processsync.queue.entry.EntryStore;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;

/** What is written of a run that has ended, on its entry. */
public final class RunColumns {

  private RunColumns() {}

  private static final List<Field<?>> BOTH =
      List.of(
          QueueColumns.STATUS,
          QueueColumns.STAGE,
          QueueColumns.ERROR_INFO,
          QueueColumns.FAILING,
          QueueColumns.FLOW_CONTEXT,
          QueueColumns.TIME_IN_QUEUE,
          QueueColumns.PROCESSING_TIME,
          QueueColumns.PROCESSED_AT,
          QueueColumns.UPDATED);

  /** In the order of the values of {@link #of(FlowRun, long)}. */
  static List<Field<?>> of(Queue queue) {
    List<Field<?>> columns = new ArrayList<>(BOTH);
    columns.addAll(
        queue == Queue.OUTBOUND
            ? List.of(QueueColumns.LOCAL_ID, QueueColumns.REMOTE_ID)
            : List.of(QueueColumns.LOCAL_TABLE, QueueColumns.LOCAL_RECORD));
    return columns;
  }

  /**
   * @param endedMs when the flow had ended, epoch milliseconds
   */
  public static Map<Field<?>, Object> of(FlowRun run, long endedMs) {
    Iterator<Object> values = values(run, endedMs).iterator();
    Map<Field<?>, Object> row = new LinkedHashMap<>();
    of(run.queue()).forEach(column -> row.put(column, values.next()));
    return row;
  }

  static List<Object> values(FlowRun run, long endedMs) {
    FlowOutcome outcome = run.outcome();
    LocalDateTime ended = LocalDateTime.ofEpochSecond(endedMs / 1000, 0, ZoneOffset.UTC);
    List<Object> values = new ArrayList<>();
    values.add(outcome.status());
    values.add(outcome.stage());
    values.add(outcome.info() == null ? null : EntryStore.bounded(outcome.info()));
    values.add(false);
    values.add(outcome.flowContext());
    values.add(run.startedMs() - run.entry().queuedMs());
    values.add(endedMs - run.startedMs());
    values.add(outcome.waitsToBeSent() ? null : ended);
    values.add(ended);
    if (run.queue() == Queue.OUTBOUND) {
      FlowOutcome.Message message = outcome.message();
      values.add(message == null ? null : message.localCorrelationId());
      values.add(message == null ? null : message.remoteCorrelationId());
    } else {
      FlowOutcome.Target target = outcome.target();
      values.add(target == null ? null : target.table());
      values.add(target == null ? null : target.record());
    }
    return values;
  }
}
