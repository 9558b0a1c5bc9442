package dev.processsync.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class EvenAnswersTest {

  private final AtomicLong now = new AtomicLong(17);
  private final EvenAnswers answers = new EvenAnswers(now::get, now::addAndGet);

  @ParameterizedTest
  @ValueSource(longs = {0, 3, 180, 499})
  void everyNoTakesAsLong(long millis) {
    assertThat(saying(false, millis)).isEqualTo(EvenAnswers.STEP);
  }

  @ParameterizedTest
  @ValueSource(longs = {500, 501, 900})
  void aSlowNoTakesOneStepMore(long millis) {
    assertThat(saying(false, millis)).isEqualTo(EvenAnswers.STEP.multipliedBy(2));
  }

  @Test
  void aYesIsNotKeptWaiting() {
    assertThat(saying(true, 3)).isEqualTo(Duration.ofMillis(3));
  }

  private Duration saying(boolean right, long millis) {
    long started = now.get();
    assertThat(
            answers.of(
                () -> {
                  now.addAndGet(Duration.ofMillis(millis).toNanos());
                  return right;
                }))
        .isEqualTo(right);
    return Duration.ofNanos(now.get() - started);
  }
}
