package dev.processsync.record;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Numbers of a table that this node has drawn and not used yet. Whoever creates records one after
 * the other, by hand, has them drawn one by one; when many follow each other fast, more and more
 * are drawn at once. What is not used within {@link #FRESH} is left out: another node may have gone
 * far beyond it.
 */
final class NumberBlock {

  private static final int MOST = 50;

  /** Whoever has used them all so soon wants more; who took several times as long, only one. */
  private static final long SOON = Duration.ofMillis(50).toNanos();

  private static final long LATE = 4 * SOON;

  /** So many records one soon after the other are no more made by hand. */
  private static final int MANY = 10;

  private static final long FRESH = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanoTime;
  private final Deque<Long> drawn = new ArrayDeque<>();
  private long drawnAt;
  private int size = 1;
  private int soon;

  NumberBlock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.drawnAt = nanoTime.getAsLong() - FRESH;
  }

  /**
   * @param draw draws as many as it is told, in order; others wait for it, so that whoever asks
   *     later has the higher number
   */
  synchronized long next(IntFunction<List<Long>> draw) {
    long age = nanoTime.getAsLong() - drawnAt;
    if (age >= FRESH) {
      drawn.clear();
    }
    if (drawn.isEmpty()) {
      size = size(age);
      drawn.addAll(draw.apply(size));
      drawnAt = nanoTime.getAsLong();
    }
    return drawn.removeFirst();
  }

  private int size(long age) {
    if (age >= LATE) {
      soon = 0;
      return 1;
    }
    if (age >= SOON) {
      return size;
    }
    soon++;
    return soon < MANY ? size : Math.min(MOST, size * 2);
  }

  /** Somebody has taken numbers that are about to come: the next ones are drawn beyond. */
  synchronized void leaveOut() {
    drawn.clear();
  }
}
