package dev.processsync.queue.entry;

/**
 * An administrator decided about an entry in Error, inside the transaction that changes its status.
 *
 * @param entry the queue entry's sys_id
 * @param flowContext the process instance that was running its flow, empty if none
 * @param again true for Ready (retry), false for Skipped (end the instance)
 */
public record EntryReleased(String entry, String flowContext, boolean again) {}
