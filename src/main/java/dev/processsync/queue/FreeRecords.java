package dev.processsync.queue;

import dev.processsync.queue.lane.Lanes;
import java.util.Set;

/**
 * The records of a remote system for which nothing waits, and nobody works on one before the
 * transaction ends.
 *
 * @param lanes that the transaction has, and in which nothing waits
 * @param stuck local correlation ids of records behind an entry that failed or is in the engine
 */
public record FreeRecords(String remoteSystem, Set<Integer> lanes, Set<String> stuck) {

  /** None: whatever arrives waits for its turn. */
  public static FreeRecords none(String remoteSystem) {
    return new FreeRecords(remoteSystem, Set.of(), Set.of());
  }

  boolean contains(String localCorrelationId) {
    return lanes.contains(Lanes.of(remoteSystem, localCorrelationId))
        && !stuck.contains(localCorrelationId);
  }
}
