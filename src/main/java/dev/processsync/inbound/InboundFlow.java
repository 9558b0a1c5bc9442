package dev.processsync.inbound;

import java.util.List;

/** Runs inbound subflows; implemented where the engine is. */
public interface InboundFlow {

  /**
   * Runs the subflows, one after the other, each from start to end, inside the caller's
   * transaction. Any exception means that the transaction must be rolled back; {@link
   * dev.processsync.queue.entry.FlowNeedsEngine} in particular that a flow waits for something.
   */
  void run(List<InboundRun> runs);

  /**
   * Starts the orchestration {@code process-event-inbound} of the run, asynchronously: from now on
   * the engine retries, and tells {@link dev.processsync.queue.entry.QueueEntries} how it ends.
   *
   * @return the process instance's id, for the entry's flow context
   */
  String handOver(InboundRun run);
}
