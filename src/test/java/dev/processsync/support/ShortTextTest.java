package dev.processsync.support;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShortTextTest {

  private static final String LAPTOP = "\uD83D\uDCBB";

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(ShortText.of(LAPTOP.repeat(5), 5)).isEqualTo(LAPTOP.repeat(5));
    assertThat(ShortText.of("", 1)).isEmpty();
  }

  @Test
  void countsAndCutsWholeCharacters() {
    assertThat(ShortText.of(LAPTOP.repeat(6), 5)).isEqualTo(LAPTOP.repeat(4) + "…");
    assertThat(ShortText.of("ab" + LAPTOP + "c", 3)).isEqualTo("ab…");
  }

  @Test
  void leavesNoLetterWithoutItsAccent() {
    assertThat(ShortText.of("Mu\u0308nchen ist weit", 3)).isEqualTo("M…");
    assertThat(ShortText.of("e" + "\u0301".repeat(500), 10)).hasSize(10);
  }

  @Test
  void replacesWhatNoDatabaseStores() {
    assertThat(ShortText.of("a\0b\uD83Dc", 10)).isEqualTo("a\uFFFDb\uFFFDc");
  }

  @Property
  void isNeverLongerThanAskedForAndAlwaysStorable(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int most) {
    String cut = ShortText.of(text, most);

    assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(most);
    assertThat(cut.codePoints().allMatch(StorableText::isStorable)).isTrue();
  }
}
