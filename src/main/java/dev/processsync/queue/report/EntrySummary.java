package dev.processsync.queue.report;

import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.queue.receipt.DeliveryReceipt;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An entry as those who look at it see it, without its payload.
 *
 * @param stage how far a Ready entry has come, as the queue's field Stage stores it
 * @param localCorrelationId empty while nothing was sent for it
 * @param retry the last try that failed, null if none did
 * @param flowContext the process instance of its flow, empty if none is known
 * @param inEngine whether the engine has that instance still
 * @param timeInQueueMs null while it waits
 * @param processingTimeMs null while it waits
 * @param processedAt null while it waits
 * @param receipt what has become of it where it was sent to; null while it waits, if it was
 *     received, and if that is not said
 */
public record EntrySummary(
    Queue queue,
    String sysId,
    long sequence,
    EntryStatus status,
    String stage,
    String processEvent,
    String operation,
    String remoteSystem,
    String localCorrelationId,
    String errorInfo,
    @Nullable RetryMetadata retry,
    String flowContext,
    boolean inEngine,
    @Nullable Long timeInQueueMs,
    @Nullable Long processingTimeMs,
    LocalDateTime createdOn,
    @Nullable LocalDateTime processedAt,
    @Nullable DeliveryReceipt receipt) {

  public boolean isReady() {
    return status == EntryStatus.READY;
  }

  /** Whether more is to be heard of it. */
  public boolean isMoving() {
    return isReady() || (receipt != null && receipt.state().isOpen());
  }
}
