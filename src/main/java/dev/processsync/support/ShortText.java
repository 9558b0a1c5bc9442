package dev.processsync.support;

import java.text.BreakIterator;
import java.util.Locale;

/** Texts of any origin, made fit for a field or a message that has only so much room. */
public final class ShortText {

  /** Stands for what can't be stored. */
  private static final int UNKNOWN = 0xFFFD;

  /** How far a character may reach that is made of several, such as a letter with its accents. */
  private static final int LONGEST_LETTER = 32;

  private ShortText() {}

  /**
   * The text, or its beginning and "…". Characters are counted as people and fields count them, and
   * none is cut in two; what no database stores (a NUL, half a character) is replaced.
   *
   * @param most characters, at least 1
   */
  public static String of(String text, int most) {
    if (text.codePointCount(0, Math.min(text.length(), 2 * most + 2)) <= most) {
      return storable(text);
    }
    return storable(beginning(text, most - 1)) + "…";
  }

  /**
   * The first characters of a text, none of them cut in two.
   *
   * @param most characters
   */
  public static String beginning(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    int end = text.offsetByCodePoints(0, most);
    int from = Math.max(0, end - LONGEST_LETTER);
    String around = text.substring(from, Math.min(text.length(), end + LONGEST_LETTER));
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(around);
    int whole = letters.isBoundary(end - from) ? end - from : letters.preceding(end - from);
    return text.substring(0, whole > 0 ? from + whole : end);
  }

  private static String storable(String text) {
    if (text.codePoints().allMatch(StorableText::isStorable)) {
      return text;
    }
    return text.codePoints()
        .map(point -> StorableText.isStorable(point) ? point : UNKNOWN)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
