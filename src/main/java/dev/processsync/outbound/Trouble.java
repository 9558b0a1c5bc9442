package dev.processsync.outbound;

import dev.processsync.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Which remote systems don't answer, how often in a row, and when to try again. Each node knows its
 * own: a node that is new simply tries.
 */
@Component
class Trouble {

  private final Map<String, Failures> failures = new ConcurrentHashMap<>();
  private final Settings settings;
  private final Clock clock;

  Trouble(Settings settings, Clock clock) {
    this.settings = settings;
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
    Duration wait = settings.current().connectionRetry().pause();
    Instant next = clock.instant().plus(retryAfter.compareTo(wait) > 0 ? retryAfter : wait);
    Failures now =
        failures.merge(
            remoteSystem,
            new Failures(1, next),
            (before, first) -> new Failures(before.count() + 1, next));
    return now.count() > settings.current().connectionRetry().times();
  }

  /** Forgets the failures; whether there were any. */
  boolean over(String remoteSystem) {
    return failures.remove(remoteSystem) != null;
  }
}
