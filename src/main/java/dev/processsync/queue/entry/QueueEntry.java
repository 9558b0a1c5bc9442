package dev.processsync.queue.entry;

import dev.processsync.record.Operation;
import dev.processsync.record.Origin;

/**
 * An entry as those who work it see it; what a queue does not have is empty.
 *
 * @param sequence its place in the queue, 0 until it is written
 * @param orderKey what must stay in order: the local record (outbound) or the local correlation id
 *     (inbound)
 * @param processEvent sys_id of the process event
 * @param queuedMs when it was put into the queue, epoch milliseconds
 */
public record QueueEntry(
    String sysId,
    long sequence,
    String orderKey,
    String processEvent,
    Operation operation,
    String remoteSystem,
    String captureDefinition,
    String localTable,
    String localRecord,
    String localCorrelationId,
    String remoteCorrelationId,
    String payload,
    long queuedMs,
    Origin origin) {}
