package dev.processsync.queue.lane;

import dev.processsync.queue.entry.FlowNeedsEngine;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.UnprocessableEntry;
import java.util.List;

/**
 * What is done with the entries of a queue; one for each queue, kept by the module that owns its
 * flows.
 */
public interface LaneTask {

  Queue queue();

  /**
   * Runs the flows of these entries one after the other in the current transaction. What it throws
   * undoes all of them; they are then run again one by one, so that only the bad one suffers.
   *
   * @throws UnprocessableEntry if no retry can help
   * @throws FlowNeedsEngine if the flow waits for something
   * @throws RuntimeException otherwise: the engine takes the entry over and retries
   */
  void run(List<QueueEntry> entries);

  /**
   * Gives the entry to the engine, in the current transaction.
   *
   * @return the process instance's id
   */
  String handOver(QueueEntry entry);
}
