package dev.processsync.queue;

import static dev.processsync.queue.entry.QueueColumns.MESSAGE_ID;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_SYSTEM;

import dev.processsync.queue.entry.EntryBatch;
import dev.processsync.queue.entry.NewEntryRow;
import dev.processsync.queue.entry.NewInboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.queue.lane.Lanes;
import dev.processsync.support.FixedStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What arrived, each message once. Every method belongs to the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class InboundQueue {

  private final FixedStatement arrived;
  private final EntryBatch batch;
  private final LaneSignals signals;
  private final Clock clock;

  InboundQueue(DSLContext sql, EntryBatch batch, LaneSignals signals, Clock clock) {
    this.arrived = FixedStatement.of(sql, selectArrived(sql));
    this.batch = batch;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * Takes messages in, in this order.
   *
   * @param messages none of which {@link #arrived} before
   * @throws org.springframework.dao.DuplicateKeyException if one arrives twice in the same moment:
   *     in a new transaction it is seen to have arrived before
   */
  public void add(List<NewInboundEntry> messages) {
    List<Map<Field<?>, Object>> rows = new ArrayList<>(messages.size());
    for (NewInboundEntry message : messages) {
      int lane = lane(message);
      rows.add(row(message, message.entry(clock.millis()), lane));
      signals.afterCommit(Queue.INBOUND, lane);
    }
    batch.insert(Queue.INBOUND, rows);
  }

  static int lane(NewInboundEntry message) {
    return Lanes.of(message.remoteSystem(), message.localCorrelationId());
  }

  /** Those of a remote system's messages that arrived before, however long ago. */
  public Set<String> arrived(String remoteSystem, Set<String> messageIds) {
    return new HashSet<>(
        arrived.read(row -> row.getString(1), messageIds.toArray(String[]::new), remoteSystem));
  }

  /**
   * The remote system is compared in a way that no index offers: H2 would look it up first, in an
   * index that begins with the message id, and read all of that.
   */
  static Select<?> selectArrived(DSLContext sql) {
    return sql.select(MESSAGE_ID)
        .from(QueueColumns.table(Queue.INBOUND))
        .where(FixedStatement.isOneOf(MESSAGE_ID))
        .and(FixedStatement.isUnindexed(REMOTE_SYSTEM));
  }

  static Map<Field<?>, Object> row(NewInboundEntry message, QueueEntry entry, int lane) {
    Map<Field<?>, Object> row = NewEntryRow.of(Queue.INBOUND, entry, lane, message.receivedFrom());
    row.put(QueueColumns.MESSAGE_ID, message.messageId());
    row.put(QueueColumns.REMOTE_SEQUENCE, message.remoteSequence());
    row.put(QueueColumns.LOCAL_ID, message.localCorrelationId());
    row.put(QueueColumns.REMOTE_ID, message.remoteCorrelationId());
    return row;
  }
}
