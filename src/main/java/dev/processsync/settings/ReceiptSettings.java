package dev.processsync.settings;

import java.time.Duration;

/**
 * How long is waited for the other side's word on a message.
 *
 * @param interval the least pause before it is asked for
 * @param overdue after which a message without one is shown
 */
public record ReceiptSettings(Duration interval, Duration overdue) {}
