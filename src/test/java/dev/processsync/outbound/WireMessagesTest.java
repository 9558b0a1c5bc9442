package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireMessagesTest {

  private static QueueEntry entry(String payload) {
    return new QueueEntry(
        "1",
        1,
        "r",
        "e",
        Operation.CREATE,
        "s",
        "c",
        "incident",
        "r",
        "l",
        "o",
        payload,
        0,
        Origin.HERE);
  }

  private static int fitting(String payload, int count) {
    return WireMessages.fitting(Collections.nCopies(count, entry(payload))).size();
  }

  @Test
  void aRequestHasNoMoreBytesThanTheOtherSideTakes() {
    assertThat(fitting("x".repeat(1_000), 200)).isEqualTo(200);
    assertThat(fitting("x".repeat(1_000_000), 200)).isEqualTo(8);
    assertThat(fitting("ü".repeat(1_000_000), 200)).as("two bytes each").isEqualTo(4);
    assertThat(fitting("漢".repeat(1_000_000), 200)).as("three bytes each").isEqualTo(2);
    assertThat(fitting("😀".repeat(500_000), 200)).as("four bytes each pair").isEqualTo(4);
  }

  @Test
  void oneMessageIsSentHoweverLargeItIs() {
    assertThat(WireMessages.fitting(List.of(entry("x".repeat(9_000_000))))).hasSize(1);
  }
}
