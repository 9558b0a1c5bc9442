package dev.processsync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteadinessTest {

  private final Steadiness steadiness = new Steadiness();

  @Test
  void threeWindowsNearEachOtherAreSteady() {
    add(100, 97, 95.5);

    assertThat(steadiness.isReached()).isTrue();
  }

  @Test
  void twoWindowsAreNotEnough() {
    add(100, 100);

    assertThat(steadiness.isReached()).isFalse();
  }

  @Test
  void aRateThatRisesAlittleInEachWindowIsNotSteady() {
    add(100, 104, 108);

    assertThat(steadiness.isReached()).isFalse();
  }

  @Test
  void whatWasBeforeTheLatestThreeDoesNotCount() {
    add(20, 60, 100, 101, 99);

    assertThat(steadiness.isReached()).isTrue();
  }

  private void add(double... rates) {
    for (double rate : rates) {
      steadiness.add(rate);
    }
  }
}
