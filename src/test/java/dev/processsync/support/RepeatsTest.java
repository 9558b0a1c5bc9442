package dev.processsync.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepeatsTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Repeats repeats = new Repeats(nanos::get);

  @Test
  void saysTheSameOnceAMinuteAndSomethingElseAtOnce() {
    assertThat(repeats.isDue("lane 1")).isTrue();
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(repeats.isDue("lane 1")).isFalse();
    assertThat(repeats.isDue("lane 2")).isTrue();
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(repeats.isDue("lane 1")).isTrue();
  }
}
