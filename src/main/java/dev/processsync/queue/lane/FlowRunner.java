package dev.processsync.queue.lane;

import dev.processsync.queue.entry.FlowNeedsEngine;
import dev.processsync.queue.entry.UnprocessableEntry;
import java.util.List;

/** Runs the flows of entries; implemented where the engine is. */
public interface FlowRunner {

  /**
   * Runs these flows one after the other, each from start to end, in the current transaction. What
   * it throws undoes all of them; they are then run again one by one, so that only the bad one
   * suffers.
   *
   * @throws UnprocessableEntry if no retry can help
   * @throws FlowNeedsEngine if the flow waits for something
   * @throws RuntimeException otherwise: the engine takes the entry over and retries
   */
  void run(List<FlowRun> runs);

  /**
   * Gives the run to the engine, in the current transaction: from now on the engine retries, and
   * tells {@link dev.processsync.queue.entry.QueueEntries} how it ends.
   *
   * @return the process instance's id, for the entry's flow context
   */
  String handOver(FlowRun run);
}
