package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TroubleTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MovableClock clock = new MovableClock(Instant.parse("2024-02-01T12:00:00Z"));
  private final Trouble trouble =
      new Trouble(new OutboundProperties(50, Duration.ofSeconds(1), 3, MINUTE), clock);

  @Test
  void waitsAboutAMinuteAfterAFailure() {
    trouble.failed("b", Duration.ZERO);

    assertThat(trouble.mayTry("b")).isFalse();
    clock.advance(MINUTE.minusMillis(1));
    assertThat(trouble.mayTry("b")).isFalse();
    clock.advance(Duration.ofSeconds(7));
    assertThat(trouble.mayTry("b")).isTrue();
  }

  @Test
  void waitsAsLongAsTheOtherSideAsks() {
    trouble.failed("b", Duration.ofMinutes(5));

    clock.advance(Duration.ofMinutes(4));
    assertThat(trouble.mayTry("b")).isFalse();
    clock.advance(MINUTE);
    assertThat(trouble.mayTry("b")).isTrue();
  }

  @Test
  void hasFailedTooOftenWhenThreeMoreTriesFailed() {
    assertThat(trouble.failed("b", Duration.ZERO)).isFalse();
    assertThat(trouble.failed("b", Duration.ZERO)).isFalse();
    assertThat(trouble.failed("b", Duration.ZERO)).isFalse();
    assertThat(trouble.failed("b", Duration.ZERO)).isTrue();
  }

  @Test
  void startsAfreshWhenItIsOver() {
    trouble.failed("b", Duration.ZERO);

    assertThat(trouble.over("b")).isTrue();
    assertThat(trouble.over("b")).isFalse();
    assertThat(trouble.mayTry("b")).isTrue();
  }

  @Test
  void keepsRemoteSystemsApart() {
    trouble.failed("b", Duration.ZERO);

    assertThat(trouble.mayTry("c")).isTrue();
  }
}
