package dev.processsync.queue;

import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.receipt.DeliveryReceipt;
import org.jspecify.annotations.Nullable;

/**
 * A message that the other side has.
 *
 * @param receipt null if the other side knows no receipts
 */
public record Sent(QueueEntry entry, @Nullable DeliveryReceipt receipt) {}
