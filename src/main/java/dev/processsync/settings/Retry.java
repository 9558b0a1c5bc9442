package dev.processsync.settings;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How something that failed is tried again.
 *
 * @param times tries after the first one, before it counts as failed; 0 for none
 * @param interval pause before each of them
 */
public record Retry(int times, Duration interval) {

  /** The pause before the next try, another one each time. */
  public Duration pause() {
    return jittered(interval);
  }

  /** Up to a tenth more, so that what failed together does not come back in one wave. */
  public static Duration jittered(Duration pause) {
    long tenth = Math.max(1, pause.toMillis() / 10);
    return pause.plusMillis(ThreadLocalRandom.current().nextLong(tenth));
  }
}
