package dev.processsync.queue.entry;

import dev.processsync.dictionary.SysId;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;

/** A captured change, for one remote system. */
public record NewOutboundEntry(
    String processEvent,
    Operation operation,
    String remoteSystem,
    String captureDefinition,
    String localTable,
    String localRecord,
    String payload,
    String capturedBy,
    Origin origin) {
  /** The entry that it becomes now. */
  public QueueEntry entry(long nowMs) {
    return new QueueEntry(
        SysId.next(),
        0,
        localRecord,
        processEvent,
        operation,
        remoteSystem,
        captureDefinition,
        localTable,
        localRecord,
        "",
        "",
        payload,
        nowMs,
        origin);
  }
}
