package dev.processsync.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Which remote systems don't answer, how often in a row, and when to try again. Each node knows its
 * own: a node that is new simply tries.
 */
@Component
class Trouble {

  private final Map<String, Failures> failures = new ConcurrentHashMap<>();
  private final OutboundProperties properties;
  private final Clock clock;

  Trouble(OutboundProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  private record Failures(int count, Instant notBefore) {}

  boolean mayTry(String remoteSystem) {
    Failures known = failures.get(remoteSystem);
    return known == null || !clock.instant().isBefore(known.notBefore());
  }

  /**
   * Notes a failure.
   *
   * @param retryAfter what the other side asked for, zero if nothing
   * @return whether it has failed too often in a row to be called active
   */
  boolean failed(String remoteSystem, Duration retryAfter) {
    Duration wait = jittered(properties.connectionInterval());
    Instant next = clock.instant().plus(retryAfter.compareTo(wait) > 0 ? retryAfter : wait);
    Failures now =
        failures.merge(
            remoteSystem,
            new Failures(1, next),
            (before, first) -> new Failures(before.count() + 1, next));
    return now.count() > properties.connectionTries();
  }

  /** Forgets the failures; whether there were any. */
  boolean over(String remoteSystem) {
    return failures.remove(remoteSystem) != null;
  }

  /** Up to a tenth more, so that many instances don't come back in the same moment. */
  private static Duration jittered(Duration interval) {
    long tenth = Math.max(1, interval.toMillis() / 10);
    return interval.plusMillis(ThreadLocalRandom.current().nextLong(tenth));
  }
}
