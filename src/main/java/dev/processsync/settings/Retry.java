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

  /**
   * The interval and up to a tenth more, another one each time: what failed together does not come
   * back in one wave.
   */
  public Duration pause() {
    long tenth = Math.max(1, interval.toMillis() / 10);
    return interval.plusMillis(ThreadLocalRandom.current().nextLong(tenth));
  }
}
