package dev.processsync.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HearingTest {

  private static final int MB = 1024 * 1024;

  private final Hearing hearing = new Hearing();

  @Test
  void whoGoesOnSendingWhatIsRefusedIsNoLongerHeardOutAndOthersAre() {
    for (int sent = 0; sent < 15; sent++) {
      assertThat(hearing.isGranted("hostile")).isTrue();
      assertThat(hearing.count("hostile", MB)).isTrue();
    }
    assertThat(hearing.count("hostile", MB)).isFalse();

    assertThat(hearing.isGranted("hostile")).isFalse();
    assertThat(hearing.isGranted("friendly")).isTrue();
  }

  @Test
  void whoIsNotHeardOutWaitsButNotWhenThatWouldKeepOneThreadMoreThanAFew() {
    assertThat(hearing.deter()).isTrue();
    assertThat(hearing.deter()).as("again, for its thread is free").isTrue();
    assertThat(new Hearing(0).deter()).isFalse();
  }
}
