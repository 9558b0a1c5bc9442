package dev.processsync.login;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * Makes every no of a directory take as long: how fast it says no tells whether it knows the user.
 * One that is slower than {@link #STEP} answers at the end of the next one.
 */
@Component
public class EvenAnswers {

  public static final Duration STEP = Duration.ofMillis(500);

  private final LongSupplier nanoTime;
  private final LongConsumer pause;

  EvenAnswers() {
    this(System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * @param pause waits so many nanoseconds
   */
  EvenAnswers(LongSupplier nanoTime, LongConsumer pause) {
    this.nanoTime = nanoTime;
    this.pause = pause;
  }

  boolean of(BooleanSupplier check) {
    long started = nanoTime.getAsLong();
    boolean right = check.getAsBoolean();
    if (!right) {
      long step = STEP.toNanos();
      long taken = nanoTime.getAsLong() - started;
      pause.accept((taken / step + 1) * step - taken);
    }
    return right;
  }
}
