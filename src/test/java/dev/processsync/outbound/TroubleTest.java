package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.InstanceTest;
import dev.processsync.MovableClock;
import dev.processsync.dictionary.SysId;
import dev.processsync.queue.RemoteTrouble;
import dev.processsync.queue.RemoteTroubles;
import dev.processsync.settings.DeliverySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When a remote system that fails is tried again, by two nodes that share a database. */
@InstanceTest
class TroubleTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Autowired private RemoteTroubles troubles;

  private final MovableClock clock = new MovableClock(Instant.parse("2024-02-01T12:00:00Z"));
  private final String b = SysId.next();
  private int times = 3;

  @SuppressWarnings("NullAway.Init")
  private Trouble trouble;

  @SuppressWarnings("NullAway.Init")
  private Trouble otherNode;

  @BeforeEach
  void twoNodes() {
    trouble = node(MINUTE);
    otherNode = node(MINUTE);
  }

  @Test
  void waitsAboutAMinuteAfterAFailure() {
    trouble.failed(b, Duration.ZERO);

    assertThat(trouble.mayTry(b)).isFalse();
    clock.advance(MINUTE.minusMillis(1));
    assertThat(trouble.mayTry(b)).isFalse();
    clock.advance(Duration.ofSeconds(7));
    assertThat(trouble.mayTry(b)).isTrue();
  }

  @Test
  void waitsAsLongAsTheOtherSideAsks() {
    trouble.failed(b, Duration.ofMinutes(5));

    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(trouble.mayTry(b)).isFalse();
    clock.advance(MINUTE);
    assertThat(trouble.mayTry(b)).isTrue();
  }

  @Test
  void waitsAboutAnHourForOneWhoAsksForMore() {
    trouble.busy(b, Duration.ofDays(365));

    clock.advance(Trouble.LONGEST_RETRY_AFTER.minusMillis(1));
    assertThat(trouble.mayTry(b)).isFalse();
    clock.advance(Duration.ofMinutes(7));
    assertThat(trouble.mayTry(b)).isTrue();
  }

  @Test
  void hasFailedTooOftenWhenThreeMoreTriesFailed() {
    assertThat(trouble.isTooMuch(failAfterThePause())).isFalse();
    assertThat(trouble.isTooMuch(failAfterThePause())).isFalse();
    assertThat(trouble.isTooMuch(failAfterThePause())).isFalse();
    assertThat(trouble.isTooMuch(failAfterThePause())).isTrue();
  }

  @Test
  void aBusyAnswerIsNoFailure() {
    for (int answer = 1; answer <= 10; answer++) {
      RemoteTrouble noted = trouble.busy(b, Duration.ZERO);
      assertThat(trouble.isTooMuch(noted)).isFalse();
      clock.advance(Duration.between(clock.instant(), noted.notBefore()));
    }
  }

  @Test
  void probesLessAndLessOftenWhenItHasFailedTooOften() {
    for (int failure = 1; failure <= 3; failure++) {
      assertThat(minutesAfterAFailure()).isEqualTo(1);
    }
    assertThat(minutesAfterAFailure()).isEqualTo(1);
    assertThat(minutesAfterAFailure()).isEqualTo(2);
    assertThat(minutesAfterAFailure()).isEqualTo(4);
    assertThat(minutesAfterAFailure()).isEqualTo(8);
    assertThat(minutesAfterAFailure()).isEqualTo(10);
    assertThat(minutesAfterAFailure()).isEqualTo(10);
  }

  @Test
  void probesAtLeastEveryHalfHour() {
    trouble = node(Duration.ofMinutes(5));
    for (int failure = 1; failure <= 20; failure++) {
      failAfterThePause();
    }

    assertThat(minutesAfterAFailure()).isBetween(30L, 33L);
  }

  @Test
  void probesOnceASecondIfThereIsNoInterval() {
    trouble = node(Duration.ZERO);
    for (int failure = 1; failure <= 3; failure++) {
      trouble.failed(b, Duration.ZERO);
      clock.advance(Duration.ofMillis(1));
    }

    RemoteTrouble noted = trouble.failed(b, Duration.ZERO);

    assertThat(Duration.between(clock.instant(), noted.notBefore()))
        .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_100));
  }

  @Test
  void failsAsOftenAndWaitsAsLongAsIsSetNow() {
    times = 0;
    trouble = node(Duration.ofSeconds(10));

    assertThat(trouble.isTooMuch(trouble.failed(b, Duration.ZERO))).isTrue();
    clock.advance(Duration.ofSeconds(11));
    assertThat(trouble.mayTry(b)).isTrue();

    times = 1;
    assertThat(trouble.isTooMuch(troubles.find(b).orElseThrow())).isFalse();
  }

  @Test
  void startsAfreshWhenItIsOver() {
    trouble.failed(b, Duration.ZERO);

    assertThat(trouble.over(b)).isTrue();
    assertThat(trouble.over(b)).isFalse();
    assertThat(trouble.mayTry(b)).isTrue();
    assertThat(trouble.failed(b, Duration.ZERO).failures()).isEqualTo(1);
  }

  @Test
  void keepsRemoteSystemsApart() {
    trouble.failed(b, Duration.ZERO);

    assertThat(trouble.mayTry(SysId.next())).isTrue();
  }

  @Test
  void anotherNodeWaitsAsWell() {
    assertThat(otherNode.mayTry(b)).isTrue();
    trouble.failed(b, Duration.ZERO);

    clock.advance(Duration.ofMillis(1_001));
    assertThat(otherNode.mayTry(b)).isFalse();
    assertThat(node(MINUTE).mayTry(b)).as("a node that was started again").isFalse();
  }

  @Test
  void allNodesCountTogether() {
    failAfterThePause();
    failAfterThePause();

    assertThat(otherNode.failed(b, Duration.ZERO).failures()).isEqualTo(3);
  }

  @Test
  void twoNodesThatFailAtTheSameTimeHaveFailedOnce() {
    RemoteTrouble noted = trouble.failed(b, Duration.ZERO);

    assertThat(otherNode.failed(b, Duration.ZERO)).isEqualTo(noted);
  }

  @Test
  void aNodeLearnsThatAnotherGotThrough() {
    trouble.failed(b, Duration.ZERO);

    otherNode.over(b);

    assertThat(trouble.mayTry(b)).isTrue();
  }

  private Trouble node(Duration interval) {
    String seconds = Long.toString(interval.toSeconds());
    return new Trouble(
        troubles,
        () ->
            DeliverySettings.of(
                Map.of(
                    "process_sync.connection.retry_times",
                    Integer.toString(times),
                    "process_sync.connection.retry_interval",
                    seconds)),
        clock);
  }

  private RemoteTrouble failAfterThePause() {
    RemoteTrouble noted = trouble.failed(b, Duration.ZERO);
    clock.advance(Duration.between(clock.instant(), noted.notBefore()));
    return noted;
  }

  /** The pause without its jitter, which is less than a tenth. */
  private long minutesAfterAFailure() {
    Instant before = clock.instant();
    RemoteTrouble noted = failAfterThePause();
    return Duration.between(before, noted.notBefore()).toMinutes();
  }
}
