package dev.processsync.queue.entry;

import dev.processsync.dictionary.SysId;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;

/**
 * A message that arrived.
 *
 * @param messageId the sender's id of the message, the same however often it is sent
 * @param remoteSequence the sender's sequence, for people who compare both queues
 * @param receivedFrom login that delivered it
 */
public record NewInboundEntry(
    String messageId,
    String processEvent,
    Operation operation,
    String remoteSystem,
    String localCorrelationId,
    String remoteCorrelationId,
    long remoteSequence,
    String payload,
    String receivedFrom,
    Origin origin) {
  /** The entry that it becomes now. */
  public QueueEntry entry(long nowMs) {
    return new QueueEntry(
        SysId.next(),
        0,
        localCorrelationId,
        processEvent,
        operation,
        remoteSystem,
        "",
        "",
        "",
        localCorrelationId,
        remoteCorrelationId,
        payload,
        nowMs,
        origin);
  }
}
