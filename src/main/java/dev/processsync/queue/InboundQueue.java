package dev.processsync.queue;

import java.time.Clock;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What arrived, each message once. Every method belongs to the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class InboundQueue {

  private final InsertOnce insertOnce;
  private final LaneSignals signals;
  private final Clock clock;

  InboundQueue(InsertOnce insertOnce, LaneSignals signals, Clock clock) {
    this.insertOnce = insertOnce;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * Takes a message in.
   *
   * @return false if it arrived before: then nothing happens, however often it is sent
   * @throws org.springframework.dao.DuplicateKeyException if it arrives twice in the same moment:
   *     in a new transaction it is seen to have arrived before
   */
  public boolean add(NewInboundEntry message) {
    int lane = Lanes.of(message.remoteSystem(), message.localCorrelationId());
    Map<Field<?>, Object> row =
        NewEntryRow.of(
            Queue.INBOUND,
            clock.millis(),
            message.receivedFrom(),
            lane,
            message.processEvent(),
            message.operation(),
            message.remoteSystem(),
            message.payload());
    row.put(QueueColumns.MESSAGE_ID, message.messageId());
    row.put(QueueColumns.REMOTE_SEQUENCE, message.remoteSequence());
    row.put(QueueColumns.LOCAL_ID, message.localCorrelationId());
    row.put(QueueColumns.REMOTE_ID, message.remoteCorrelationId());
    int added = insertOnce.insert(QueueColumns.table(Queue.INBOUND), row, sameMessage(message));
    if (added > 0) {
      signals.afterCommit(Queue.INBOUND, lane);
    }
    return added > 0;
  }

  private static Condition sameMessage(NewInboundEntry message) {
    return QueueColumns.REMOTE_SYSTEM
        .eq(message.remoteSystem())
        .and(QueueColumns.MESSAGE_ID.eq(message.messageId()));
  }
}
