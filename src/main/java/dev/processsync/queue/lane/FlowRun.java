package dev.processsync.queue.lane;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import org.jspecify.annotations.Nullable;

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

  /** What the flow left to be sent, null if that is what was captured: the entry has it already. */
  public @Nullable String otherMessage() {
    FlowOutcome.Message message = outcome.message();
    return message == null || message.payload().equals(entry.payload()) ? null : message.payload();
  }
}
