package dev.processsync.designer.model;

import java.util.Locale;

/**
 * A sample payload as it is written into a model: the same JSON, in which neither the engine finds
 * an expression nor XML a character that it can't hold.
 */
public final class SampleText {

  private SampleText() {}

  /**
   * @param json valid, so that what must be escaped can only be part of a text
   */
  public static String of(String json) {
    StringBuilder text = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); ) {
      int character = json.codePointAt(i);
      int after = i + Character.charCount(character);
      if (isHarmless(character) && !beginsExpression(json, i)) {
        text.appendCodePoint(character);
      } else {
        text.append(String.format(Locale.ROOT, "\\u%04x", character));
      }
      i = after;
    }
    return text.toString();
  }

  public static boolean beginsExpression(String text, int at) {
    char first = text.charAt(at);
    return (first == '$' || first == '#') && at + 1 < text.length() && text.charAt(at + 1) == '{';
  }

  /** Whether XML can hold it and gives it back as it was. */
  public static boolean isHarmless(int character) {
    return character == '\n'
        || character == '\t'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character > 0xFFFF;
  }
}
