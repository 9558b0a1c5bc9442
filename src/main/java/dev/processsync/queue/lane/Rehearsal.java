package dev.processsync.queue.lane;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A flow that runs as if for an entry which no queue has; for transactions that are undone. */
public final class Rehearsal {

  private Rehearsal() {}

  /**
   * What would become of the entry.
   *
   * @param status processed, skipped, or ready if a message would wait to be sent
   * @param info what would stand in its error info
   * @param message what would be sent, empty if nothing
   * @param localCorrelationId of the message, written from this side
   */
  public record Outcome(
      String status,
      String info,
      String message,
      String localCorrelationId,
      String remoteCorrelationId) {}

  /** Runs the flow in the current transaction; what it throws is the caller's. */
  public static Outcome of(Queue queue, QueueEntry entry, Consumer<FlowRun> flow) {
    FlowRun run = new FlowRun(queue, entry, entry.queuedMs());
    TurnRuns.begin(List.of(run));
    flow.accept(run);
    FlowOutcome outcome = run.outcome();
    FlowOutcome.Message message = outcome.waitsToBeSent() ? outcome.message() : null;
    return new Outcome(
        outcome.status(),
        Objects.requireNonNullElse(outcome.info(), ""),
        message == null ? "" : message.payload(),
        message == null ? "" : message.localCorrelationId(),
        message == null ? "" : message.remoteCorrelationId());
  }
}
