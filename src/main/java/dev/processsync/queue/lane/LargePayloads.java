package dev.processsync.queue.lane;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work on large payloads waits for its turn, so that what one sender sends fills neither the memory
 * nor the database's log, and small ones pass between. As many at a time as there is memory for.
 */
public final class LargePayloads {

  /** What comes to less waits for nobody. */
  private static final long SMALL_CHARACTERS = 250_000;

  private static final long ONE_NEEDS_BYTES = 256L * 1024 * 1024;

  /** Somebody is very slow: better two at a time than none. */
  private static final int PATIENCE_SECONDS = 10;

  private static final Semaphore TURNS =
      new Semaphore((int) Math.max(1, Runtime.getRuntime().maxMemory() / ONE_NEEDS_BYTES), true);

  private LargePayloads() {}

  /**
   * Does the work, when it is its turn.
   *
   * @param characters of all payloads that it is about
   */
  public static <T> T inTurn(long characters, Supplier<T> work) {
    boolean took = characters > SMALL_CHARACTERS && take();
    try {
      return work.get();
    } finally {
      if (took) {
        TURNS.release();
      }
    }
  }

  private static boolean take() {
    try {
      return TURNS.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
