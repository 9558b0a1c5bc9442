package dev.processsync.queue.lane;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;

/**
 * One run of an entry's flow in a turn.
 *
 * @param startedMs when the turn began, epoch milliseconds
 * @param outcome what the flow has said about its entry so far
 */
public record FlowRun(Queue queue, QueueEntry entry, long startedMs, FlowOutcome outcome) {

  public FlowRun(Queue queue, QueueEntry entry, long startedMs) {
    this(queue, entry, startedMs, new FlowOutcome(queue));
  }
}
