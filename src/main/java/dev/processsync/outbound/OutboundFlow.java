package dev.processsync.outbound;

import java.util.List;

/** Runs outbound subflows; implemented where the engine is. */
public interface OutboundFlow {

  /**
   * Runs the subflows, one after the other, each from start to end, inside the caller's
   * transaction. Any exception means that the transaction must be rolled back; {@link
   * dev.processsync.queue.entry.FlowNeedsEngine} in particular that a flow waits for something.
   */
  void run(List<OutboundRun> runs);

  /**
   * Starts the orchestration {@code process-event-outbound} of the run, asynchronously: from now on
   * the engine retries, and tells {@link dev.processsync.queue.entry.QueueEntries} how it ends.
   *
   * @return the process instance's id, for the entry's flow context
   */
  String handOver(OutboundRun run);
}
