package dev.processsync.login;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Lets few passwords be hashed at a time, so that guesses don't use up the processors, nor the
 * threads by waiting. Known sources have turns of their own; no stranger takes all of the others'.
 */
@Component
class HashTurns {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration COME_BACK = Duration.ofSeconds(1);
  private static final int ROOM = 100;
  private static final int ROOM_FOR_A_SOURCE = 32;

  private final Semaphore room = new Semaphore(ROOM);
  private final ConcurrentHashMap<String, Integer> waiting = new ConcurrentHashMap<>();
  private final Semaphore strangers;
  private final Semaphore known;

  HashTurns() {
    int each = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    strangers = new Semaphore(each, true);
    known = new Semaphore(each, true);
  }

  /**
   * @throws TooManyTries if others are before it for too long
   */
  boolean take(String source, boolean isKnown, BooleanSupplier check) {
    if (!room.tryAcquire()) {
      throw new TooManyTries(COME_BACK);
    }
    try {
      int before = waiting.merge(source, 1, Integer::sum);
      try {
        if (before > ROOM_FOR_A_SOURCE) {
          throw new TooManyTries(COME_BACK);
        }
        return inTurn(isKnown ? known : strangers, check);
      } finally {
        waiting.computeIfPresent(source, (key, count) -> count == 1 ? null : count - 1);
      }
    } finally {
      room.release();
    }
  }

  private static boolean inTurn(Semaphore turns, BooleanSupplier check) {
    try {
      if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooManyTries(COME_BACK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyTries(COME_BACK);
    }
    try {
      return check.getAsBoolean();
    } finally {
      turns.release();
    }
  }
}
