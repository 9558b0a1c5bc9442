package dev.processsync.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.processsync.identity.Names;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords for a source <em>and</em> a user, so that nobody's guesses keep the user
 * out who logs in from elsewhere. Sources from which the user has logged in are known: see {@link
 * GuardedPasswords}.
 */
@Component
public class WrongPasswords {

  static final int FREE_TRIES = 10;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int DOUBLINGS = 5;
  private static final int MOST_COUNTED = 100_000;
  private static final int MOST_KNOWN = 10_000;

  private final Clock clock;
  private final Cache<Pair, Count> counts;
  private final Cache<Pair, Boolean> known;

  WrongPasswords(Clock clock) {
    this.clock = clock;
    Ticker time = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    counts =
        Caffeine.newBuilder()
            .ticker(time)
            .maximumSize(MOST_COUNTED)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();
    known =
        Caffeine.newBuilder()
            .ticker(time)
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(Duration.ofDays(30))
            .build();
  }

  private record Pair(String user, String source) {}

  private record Count(int failures, Instant blockedUntil) {}

  /** How long nothing is looked at from there for that user; empty if it may be tried. */
  Optional<Duration> wait(String user, String source) {
    Count count = counts.getIfPresent(pair(user, source));
    Instant now = clock.instant();
    return count == null || !now.isBefore(count.blockedUntil())
        ? Optional.empty()
        : Optional.of(Duration.between(now, count.blockedUntil()));
  }

  /**
   * Counts a try before its answer is known, so that a hundred at once are not one.
   *
   * @throws TooManyTries if others at once were the last for now
   */
  Try begin(String user, String source) {
    Pair pair = pair(user, source);
    Count[] seen = new Count[2];
    counts
        .asMap()
        .compute(
            pair,
            (key, before) -> {
              Instant now = clock.instant();
              seen[0] = before == null ? new Count(0, Instant.MIN) : before;
              if (now.isBefore(seen[0].blockedUntil())) {
                throw new TooManyTries(Duration.between(now, seen[0].blockedUntil()));
              }
              int failures = seen[0].failures() + 1;
              seen[1] = new Count(failures, now.plus(pause(failures)));
              return seen[1];
            });
    return new Try(pair, seen[0], seen[1]);
  }

  /** A try that was counted. */
  final class Try {
    private final Pair pair;
    private final Count before;
    private final Count after;

    private Try(Pair pair, Count before, Count after) {
      this.pair = pair;
      this.before = before;
      this.after = after;
    }

    /** It was right, or was not looked at. */
    void takeBack() {
      counts
          .asMap()
          .computeIfPresent(
              pair,
              (key, now) -> {
                if (!now.equals(after)) {
                  return new Count(now.failures() - 1, now.blockedUntil());
                }
                return before.failures() == 0 ? null : before;
              });
    }
  }

  boolean isKnown(String user, String source) {
    return known.getIfPresent(pair(user, source)) != null;
  }

  /** The user has just logged in from there. */
  void know(String user, String source) {
    known.put(pair(user, source), true);
  }

  /** What can't be a login is one user, however many there are. */
  private static Pair pair(String user, String source) {
    boolean possible = Names.LOGIN.matcher(user).matches();
    return new Pair(possible ? user.toLowerCase(Locale.ROOT) : "", source);
  }

  private static Duration pause(int failures) {
    if (failures < FREE_TRIES) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FREE_TRIES, DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
