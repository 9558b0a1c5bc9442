package dev.processsync.queue;

import static dev.processsync.queue.entry.QueueColumns.MOD_COUNT;
import static dev.processsync.queue.entry.QueueColumns.PROCESSED_AT;
import static dev.processsync.queue.entry.QueueColumns.PROCESSING_TIME;
import static dev.processsync.queue.entry.QueueColumns.QUEUED_MS;
import static dev.processsync.queue.entry.QueueColumns.STAGE;
import static dev.processsync.queue.entry.QueueColumns.STATUS;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;
import static dev.processsync.queue.entry.QueueColumns.TIME_IN_QUEUE;
import static dev.processsync.queue.entry.QueueColumns.UPDATED;
import static dev.processsync.queue.entry.QueueColumns.isStillReadyFor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;

import dev.processsync.queue.entry.EntryBatch;
import dev.processsync.queue.entry.EntrySelection;
import dev.processsync.queue.entry.EntryStore;
import dev.processsync.queue.entry.NewEntryRow;
import dev.processsync.queue.entry.NewOutboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.Stage;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.queue.lane.Lanes;
import dev.processsync.support.FixedStatement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was captured and is on its way. Every method belongs to the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OutboundQueue {

  private final FixedStatement sent;
  private final EntryStore entries;
  private final EntryBatch batch;
  private final EntrySelection selection;
  private final LaneSignals signals;
  private final Clock clock;

  OutboundQueue(
      DSLContext sql,
      EntryStore entries,
      EntryBatch batch,
      EntrySelection selection,
      LaneSignals signals,
      Clock clock) {
    this.sent = FixedStatement.of(sql, sent(sql));
    this.entries = entries;
    this.batch = batch;
    this.selection = selection;
    this.signals = signals;
    this.clock = clock;
  }

  /** Puts a captured change into the queue; its flow runs after the commit. */
  public void add(NewOutboundEntry entry) {
    int lane = Lanes.of(entry.remoteSystem(), entry.localRecord());
    Map<Field<?>, Object> row =
        NewEntryRow.of(Queue.OUTBOUND, entry.entry(clock.millis()), lane, entry.capturedBy());
    row.put(QueueColumns.CAPTURE_DEFINITION, entry.captureDefinition());
    row.put(QueueColumns.LOCAL_TABLE, entry.localTable());
    row.put(QueueColumns.LOCAL_RECORD, entry.localRecord());
    batch.insert(Queue.OUTBOUND, List.of(row));
    signals.afterCommit(Queue.OUTBOUND, lane);
  }

  /**
   * The messages that may be sent to a remote system now, in order: of each record all that wait,
   * from the first on. Fewer than asked for if they are long.
   */
  public List<QueueEntry> sendable(String remoteSystem, int limit) {
    return selection.sendable(remoteSystem, limit);
  }

  /** Those among these remote systems that a message waits for. */
  @Transactional(readOnly = true)
  public List<String> waitedFor(List<String> remoteSystems) {
    return selection.waitedFor(remoteSystems);
  }

  /** The other side has these messages. What was skipped meanwhile stays skipped. */
  public void sent(List<QueueEntry> sent, long startedMs) {
    if (sent.isEmpty()) {
      return;
    }
    LocalDateTime now = QueueColumns.now(clock);
    this.sent.execute(
        startedMs,
        clock.millis() - startedMs,
        now,
        now,
        sent.stream().map(QueueEntry::sysId).toArray(String[]::new));
  }

  private static Query sent(DSLContext sql) {
    return sql.update(QueueColumns.table(Queue.OUTBOUND))
        .set(STATUS, inline("processed"))
        .set(STAGE, inline(Stage.DONE.value()))
        .set(TIME_IN_QUEUE, param("started", Long.class).minus(QUEUED_MS))
        .set(PROCESSING_TIME, param("took", Long.class))
        .set(PROCESSED_AT, param("at", LocalDateTime.class))
        .set(UPDATED, param("at", LocalDateTime.class))
        .set(MOD_COUNT, MOD_COUNT.plus(inline(1)))
        .where(FixedStatement.isOneOf(SYS_ID))
        .and(isStillReadyFor(Stage.TRANSMIT));
  }

  /** The other side refused this message, and would again: the entry becomes Error. */
  public void refused(QueueEntry entry, String reason) {
    entries.failed(Queue.OUTBOUND, entry.sysId(), reason);
  }
}
