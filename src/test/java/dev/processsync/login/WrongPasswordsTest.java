package dev.processsync.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

  private static final String USER = "rps.api.instance.b";
  private static final String SOURCE = "192.0.2.7";

  private final MovableClock clock = new MovableClock(Instant.parse("2024-05-01T12:00:00Z"));
  private final WrongPasswords wrong = new WrongPasswords(clock);

  @Test
  void leavesSomeTriesThenAPauseThenOneTryForALongerPause() {
    guess(WrongPasswords.FREE_TRIES - 1);
    assertThat(wrong.wait(USER, SOURCE)).isEmpty();

    guess(1);
    assertThat(wrong.wait(USER, SOURCE)).contains(Duration.ofSeconds(15));

    clock.advance(Duration.ofSeconds(15));
    assertThat(wrong.wait(USER, SOURCE)).isEmpty();
    guess(1);
    assertThat(wrong.wait(USER, SOURCE)).contains(Duration.ofSeconds(30));
  }

  @Test
  void pausesForFiveMinutesAtMostAndForgetsAfterAQuarterOfAnHour() {
    guess(100);
    assertThat(wrong.wait(USER, SOURCE)).contains(Duration.ofMinutes(5));

    clock.advance(Duration.ofMinutes(16));
    guess(1);
    assertThat(wrong.wait(USER, SOURCE)).isEmpty();
  }

  @Test
  void countsForThisUserFromThereAlone() {
    guess(100);

    assertThat(wrong.wait(USER, "192.0.2.8")).isEmpty();
    assertThat(wrong.wait("somebody.else", SOURCE)).isEmpty();
    assertThat(wrong.wait("RPS.api.instance.B", SOURCE)).isPresent();
  }

  @Test
  void countsNamesThatNobodyCanHaveAsOne() {
    for (int i = 0; i < WrongPasswords.FREE_TRIES; i++) {
      wrong.begin("x".repeat(1_000) + i, SOURCE);
    }

    assertThat(wrong.wait("\u0000", SOURCE)).isPresent();
  }

  @Test
  void whoeverFoundTheDoorOpenBeforeOthersAtOnceShutItIsNotCounted() {
    guess(WrongPasswords.FREE_TRIES - 1);
    assertThat(wrong.wait(USER, SOURCE)).isEmpty();
    guess(1);

    assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> wrong.begin(USER, SOURCE));
    assertThat(wrong.wait(USER, SOURCE)).contains(Duration.ofSeconds(15));
  }

  @Test
  void aTryThatWasRightIsNoGuess() {
    guess(WrongPasswords.FREE_TRIES - 1);

    wrong.begin(USER, SOURCE).takeBack();

    assertThat(wrong.wait(USER, SOURCE)).isEmpty();
  }

  @Test
  void allAddressesOfAMachinesNetworkAreOneSource() {
    assertThat(LoginDetails.source("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(LoginDetails.source("2001:db8:1:2:ffff::1"))
        .isNotEqualTo(LoginDetails.source("2001:db8:1:3::1"));
    assertThat(LoginDetails.source("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(LoginDetails.source("no address".repeat(1_000))).hasSizeLessThan(100);
  }

  private void guess(int times) {
    for (int i = 0; i < times; i++) {
      wrong.wait(USER, SOURCE).ifPresent(clock::advance);
      wrong.begin(USER, SOURCE);
    }
  }
}
