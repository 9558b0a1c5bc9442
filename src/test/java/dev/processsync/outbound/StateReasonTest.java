package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.queue.RemoteTrouble;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StateReasonTest {

  private static final RemoteTrouble TROUBLE =
      new RemoteTrouble(
          "b", 4, Instant.parse("2024-02-01T12:00:00Z"), Instant.parse("2024-02-01T12:05:00Z"));

  @Test
  void tellsWhatIsWrongSinceWhenHowOftenItWasTriedAndWhenItIsTriedAgain() {
    assertThat(StateReason.of("Nobody answers.", TROUBLE))
        .isEqualTo(
            "Nobody answers. Since 2024-02-01 12:00:00 UTC; failed tries: 4; next try: 2024-02-01 12:05:00 UTC.");
  }

  @Test
  void fitsTheFieldHoweverLongTheReason() {
    assertThat(StateReason.of("x".repeat(5_000), TROUBLE))
        .hasSize(1_000)
        .contains("x… Since")
        .endsWith("next try: 2024-02-01 12:05:00 UTC.");
  }
}
