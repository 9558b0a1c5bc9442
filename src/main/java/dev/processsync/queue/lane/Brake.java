package dev.processsync.queue.lane;

import dev.processsync.queue.entry.QueueEntry;

/** Holds up what would do too much harm if a partner sent it by mistake. */
@FunctionalInterface
public interface Brake {

  /**
   * To be asked before the flow of a delete runs, in the transaction in which it runs.
   *
   * @throws dev.processsync.queue.entry.UnprocessableEntry if a person has to look at it first
   */
  void pass(QueueEntry delete);
}
