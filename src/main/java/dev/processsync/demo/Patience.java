package dev.processsync.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks again until there is an answer. */
final class Patience {

  private static final long PAUSE_MILLIS = 250;

  private Patience() {}

  /**
   * @param what is waited for, for the message of {@link WaitedInVain}
   */
  static <T> T until(String what, Duration limit, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + limit.toNanos();
    Optional<T> answer = question.get();
    while (answer.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new WaitedInVain(what, limit);
      }
      pause(what, limit);
      answer = question.get();
    }
    return answer.get();
  }

  private static void pause(String what, Duration limit) {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new WaitedInVain(what, limit);
    }
  }
}
