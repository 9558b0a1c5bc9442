package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.MovableClock;
import dev.processsync.settings.DeliverySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TroubleTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MovableClock clock = new MovableClock(Instant.parse("2024-02-01T12:00:00Z"));
  private DeliverySettings settings = DeliverySettings.of(Map.of());
  private final Trouble trouble = new Trouble(() -> settings, clock);

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
  void failsAsOftenAndWaitsAsLongAsIsSetNow() {
    settings =
        DeliverySettings.of(
            Map.of(
                "process_sync.connection.retry_times", "0",
                "process_sync.connection.retry_interval", "10"));

    assertThat(trouble.failed("b", Duration.ZERO)).isTrue();
    clock.advance(Duration.ofSeconds(11));
    assertThat(trouble.mayTry("b")).isTrue();
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
