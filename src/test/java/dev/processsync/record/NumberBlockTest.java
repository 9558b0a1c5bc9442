package dev.processsync.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumberBlockTest {

  private final List<Integer> draws = new ArrayList<>();
  private long millis;
  private long last;

  private final NumberBlock block = new NumberBlock(() -> millis * 1_000_000);

  private List<Long> draw(int count) {
    draws.add(count);
    List<Long> numbers = LongStream.rangeClosed(last + 1, last + count).boxed().toList();
    last += count;
    return numbers;
  }

  private long next() {
    return block.next(this::draw);
  }

  @Test
  void whoeverCreatesRecordsByHandLeavesNoNumberOut() {
    for (int expected = 1; expected <= 5; expected++) {
      assertThat(next()).isEqualTo(expected);
      millis += 200;
    }

    assertThat(draws).containsOnly(1);
  }

  @Test
  void aFewThatFollowEachOtherFastLeaveNoneOutEither() {
    for (int i = 0; i < 10; i++) {
      next();
    }
    millis += 1_000;

    assertThat(next()).isEqualTo(11);
    assertThat(draws).containsOnly(1);
  }

  @Test
  void theFasterTheyAreWantedTheMoreAreDrawnAtOnce() {
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      numbers.add(next());
    }

    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    assertThat(draws)
        .startsWith(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 8, 16, 32, 50)
        .endsWith(50, 50, 50)
        .hasSize(18);
  }

  @Test
  void aSteadyRateDrawsWhatItUsesInAMomentAndNoMore() {
    for (int i = 0; i < 200; i++) {
      next();
      millis += 10;
    }

    assertThat(draws).startsWith(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 8, 8, 8).endsWith(8, 8);
  }

  @Test
  void whatWasDrawnTooLongAgoIsNotUsed() {
    for (int i = 0; i < 11; i++) {
      next();
    }
    millis += 1_000;

    assertThat(next()).isEqualTo(13);
    assertThat(draws).endsWith(1, 2, 1);
  }
}
