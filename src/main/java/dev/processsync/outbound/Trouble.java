package dev.processsync.outbound;

import dev.processsync.queue.RemoteTrouble;
import dev.processsync.queue.RemoteTroubles;
import dev.processsync.settings.Retry;
import dev.processsync.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which remote systems don't answer, how often in a row, and when to try again; the same on all
 * nodes. A node remembers who is in trouble and asks the database about those alone.
 */
@Component
class Trouble {

  /** How long a node may not know of a trouble that another noted: then it tries once too often. */
  private static final Duration REFRESH = Duration.ofSeconds(1);

  /** What the other side may ask for at most; a mistake there must not silence us for days. */
  static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private static final Duration SHORTEST_PROBING = Duration.ofSeconds(1);
  private static final int LONGEST_PAUSE_IN_INTERVALS = 10;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  private final RemoteTroubles troubles;
  private final Settings settings;
  private final Clock clock;
  private volatile Known known = new Known(Set.of(), Instant.MIN);

  Trouble(RemoteTroubles troubles, Settings settings, Clock clock) {
    this.troubles = troubles;
    this.settings = settings;
    this.clock = clock;
  }

  private record Known(Set<String> remoteSystems, Instant readAt) {}

  boolean mayTry(String remoteSystem) {
    return !isKnown(remoteSystem)
        || troubles
            .find(remoteSystem)
            .filter(trouble -> clock.instant().isBefore(trouble.notBefore()))
            .isEmpty();
  }

  /** Whether there may be something to be {@link #over}; asks the database once in a while. */
  boolean isKnown(String remoteSystem) {
    Instant now = clock.instant();
    if (known.readAt().isBefore(now.minus(REFRESH)) || known.readAt().isAfter(now)) {
      known = new Known(troubles.remoteSystems(), now);
    }
    return known.remoteSystems().contains(remoteSystem);
  }

  /**
   * Notes a failed try. One that ends while all nodes should wait is not counted: it began before
   * another node's failed.
   *
   * @param retryAfter what the other side asked for, zero if nothing
   */
  RemoteTrouble failed(String remoteSystem, Duration retryAfter) {
    return note(remoteSystem, retryAfter, 1);
  }

  /** Notes that the other side is well but asks to wait. */
  RemoteTrouble busy(String remoteSystem, Duration retryAfter) {
    return note(remoteSystem, retryAfter, 0);
  }

  private RemoteTrouble note(String remoteSystem, Duration retryAfter, int failed) {
    Instant now = clock.instant();
    RemoteTrouble before =
        troubles.find(remoteSystem).orElse(new RemoteTrouble(remoteSystem, 0, now, now));
    if (now.isBefore(before.notBefore())) {
      return before;
    }
    int failures = before.failures() + failed;
    Duration pause =
        Retry.jittered(longer(pause(failures), shorter(retryAfter, LONGEST_RETRY_AFTER)));
    RemoteTrouble noted =
        new RemoteTrouble(remoteSystem, failures, before.since(), now.plus(pause));
    troubles.save(noted);
    remember(remoteSystem);
    return noted;
  }

  /** Whether it has failed too often in a row to be called active. */
  boolean isTooMuch(RemoteTrouble trouble) {
    return trouble.failures() > retry().times();
  }

  /** Forgets the failures; whether there were any. */
  boolean over(String remoteSystem) {
    return troubles.delete(remoteSystem);
  }

  private Retry retry() {
    return settings.current().connectionRetry();
  }

  private void remember(String remoteSystem) {
    Known now = known;
    Set<String> more = new HashSet<>(now.remoteSystems());
    more.add(remoteSystem);
    known = new Known(Set.copyOf(more), now.readAt());
  }

  /** The interval; in state Error twice as long each time, so that a probe is no burden. */
  private Duration pause(int failures) {
    Duration interval = retry().interval();
    int beyond = failures - retry().times() - 1;
    if (beyond < 0) {
      return interval;
    }
    Duration probing = interval.isZero() ? SHORTEST_PROBING : interval;
    int times = Math.min(1 << Math.min(beyond, 30), LONGEST_PAUSE_IN_INTERVALS);
    return shorter(probing.multipliedBy(times), LONGEST_PAUSE);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
