package dev.processsync.queue.lane;

import dev.processsync.correlation.Correlation;
import dev.processsync.queue.entry.QueueEntry;
import java.util.Optional;

/**
 * Outbound flows that do no more than look up, correlate and send: quick enough to run in the
 * transaction of the change that was captured. Implemented where the engine is.
 */
public interface SendingFlows {

  /** Whether the entry's flow is one of them, and nothing prevents that it runs here and now. */
  boolean include(QueueEntry entry);

  /**
   * Runs the flow from start to end. It writes nothing, and relies on what is probably the
   * correlation of the record: the caller has the database confirm that, or forgets what came of
   * it.
   *
   * @param isNewRecord whether nobody can have correlated the record
   * @return the correlation that the flow made, to be written by the caller
   * @throws RuntimeException if it failed, which changes nothing for the transaction
   */
  Optional<Correlation> run(FlowRun run, boolean isNewRecord);
}
