package dev.processsync.bounds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much is read and thrown away of bodies that nobody wants, so that their senders, most of whom
 * don't listen before they have sent everything, hear why. For each caller only so much in a while:
 * who goes on sending what was refused costs no more than that.
 */
final class Hearing {

  /** Of one body, and of all that a caller sends in {@link #WHILE}. */
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private static final Duration WHILE = Duration.ofSeconds(10);

  /** How long somebody waits for the next refusal who goes on sending what was refused. */
  private static final long DETERRENT_MS = 250;

  /** A few of the threads that answer: whoever has many addresses must not keep them all. */
  private static final int THREADS = 8;

  private final Semaphore threads;

  private final Cache<String, AtomicLong> heard =
      Caffeine.newBuilder().expireAfterWrite(WHILE).maximumSize(10_000).build();

  Hearing() {
    this(THREADS);
  }

  /**
   * @param threads those of this node that may be kept by {@link #deter} at a time
   */
  Hearing(int threads) {
    this.threads = new Semaphore(threads);
  }

  /** Whether a body of the caller is heard out. */
  boolean isGranted(String caller) {
    return heard(caller).get() < MOST_BYTES;
  }

  /** So much was read of it; false if that is enough. */
  boolean count(String caller, int bytes) {
    return heard(caller).addAndGet(bytes) < MOST_BYTES;
  }

  /**
   * Keeps the connection of somebody who is not heard out for a moment, so that it can't come back
   * at once and has time to read its answer.
   *
   * @return false if it is not worth another thread: the connection ends now
   */
  boolean deter() {
    if (!threads.tryAcquire()) {
      return false;
    }
    try {
      Thread.sleep(DETERRENT_MS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      threads.release();
    }
    return true;
  }

  private AtomicLong heard(String caller) {
    return heard.get(caller, name -> new AtomicLong());
  }
}
