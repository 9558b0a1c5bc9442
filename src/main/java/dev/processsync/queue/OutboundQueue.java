package dev.processsync.queue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was captured and is on its way. Every method belongs to the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OutboundQueue {

  private static final Table<Record> TURN =
      DSL.table(DSL.name(QueueColumns.SCHEMA, "transmit_turn"));

  private final DSLContext sql;
  private final InsertOnce insertOnce;
  private final EntryStore entries;
  private final LaneSignals signals;
  private final Clock clock;

  OutboundQueue(
      DSLContext sql, InsertOnce insertOnce, EntryStore entries, LaneSignals signals, Clock clock) {
    this.sql = sql;
    this.insertOnce = insertOnce;
    this.entries = entries;
    this.signals = signals;
    this.clock = clock;
  }

  /** Puts a captured change into the queue; its flow runs after the commit. */
  public void add(NewOutboundEntry entry) {
    int lane = Lanes.of(entry.remoteSystem(), entry.localRecord());
    Map<Field<?>, Object> row =
        NewEntryRow.of(
            Queue.OUTBOUND,
            clock.millis(),
            entry.capturedBy(),
            lane,
            entry.processEvent(),
            entry.operation(),
            entry.remoteSystem(),
            entry.payload());
    row.put(QueueColumns.CAPTURE_DEFINITION, entry.captureDefinition());
    row.put(QueueColumns.LOCAL_TABLE, entry.localTable());
    row.put(QueueColumns.LOCAL_RECORD, entry.localRecord());
    entries.insert(Queue.OUTBOUND, row);
    signals.afterCommit(Queue.OUTBOUND, lane);
  }

  /** The entry's flow wrote this message; it is sent after the commit. */
  public void address(
      String entry,
      String remoteSystem,
      String localCorrelationId,
      String remoteCorrelationId,
      String payload) {
    entries.set(
        Queue.OUTBOUND,
        entry,
        Map.of(
            QueueColumns.LOCAL_ID, localCorrelationId,
            QueueColumns.REMOTE_ID, remoteCorrelationId,
            QueueColumns.PAYLOAD, payload,
            QueueColumns.STAGE, Stage.TRANSMIT.value()));
    signals.afterCommit(remoteSystem);
  }

  /**
   * Takes the turn to speak to a remote system until the transaction ends; false if somebody else
   * has it.
   */
  public boolean takeTurn(String remoteSystem) {
    Field<String> id = QueueColumns.text("remote_system");
    if (!sql.fetchExists(TURN, id.eq(remoteSystem))) {
      insertOnce.insert(TURN, Map.of(id, remoteSystem), id.eq(remoteSystem));
    }
    return sql.selectOne().from(TURN).where(id.eq(remoteSystem)).forUpdate().skipLocked().fetchOne()
        != null;
  }

  /** The messages that may be sent to a remote system now, in order. */
  public List<QueueEntry> sendable(String remoteSystem, int limit) {
    return entries.sendable(remoteSystem, limit);
  }

  /** The remote systems that a message waits for. */
  @Transactional(readOnly = true)
  public Set<String> remoteSystemsWaitedFor() {
    return Set.copyOf(
        sql.selectDistinct(QueueColumns.REMOTE_SYSTEM)
            .from(QueueColumns.table(Queue.OUTBOUND))
            .where(QueueColumns.STATUS.eq("ready"))
            .and(QueueColumns.STAGE.eq(Stage.TRANSMIT.value()))
            .fetch(QueueColumns.REMOTE_SYSTEM));
  }

  /** The other side has the message. */
  public void sent(QueueEntry entry, long startedMs) {
    entries.set(
        Queue.OUTBOUND,
        entry.sysId(),
        Map.of(
            QueueColumns.STATUS,
            "processed",
            QueueColumns.STAGE,
            Stage.DONE.value(),
            QueueColumns.TIME_IN_QUEUE,
            startedMs - entry.queuedMs(),
            QueueColumns.PROCESSING_TIME,
            clock.millis() - startedMs,
            QueueColumns.PROCESSED_AT,
            entries.now()));
  }

  /** The other side refused this message, and would again: the entry becomes Error. */
  public void refused(QueueEntry entry, String reason) {
    entries.failed(Queue.OUTBOUND, entry.sysId(), reason);
  }
}
