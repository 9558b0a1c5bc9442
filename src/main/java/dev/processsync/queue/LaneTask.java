package dev.processsync.queue;

/**
 * What is done with the entries of a queue; one for each queue, kept by the module that owns its
 * flows.
 */
public interface LaneTask {

  Queue queue();

  /**
   * Runs the entry's flow in the current transaction.
   *
   * @throws UnprocessableEntry if no retry can help
   * @throws FlowNeedsEngine if the flow waits for something
   * @throws RuntimeException otherwise: the engine takes the entry over and retries
   */
  void run(QueueEntry entry);

  /**
   * Gives the entry to the engine, in the current transaction.
   *
   * @return the process instance's id
   */
  String handOver(QueueEntry entry);
}
