package dev.processsync.logging;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text of anybody as it may stand in a log: it forges no line, moves no cursor, fills no disk. */
final class LogText {

  static final int LONGEST = 4_000;

  /** Control characters, line and paragraph separators, and what turns the direction of text. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private LogText() {}

  static String safe(String text) {
    return oneLine(cut(text));
  }

  private static String oneLine(String text) {
    return UNSAFE.matcher(text).replaceAll(match -> escaped(match.group().charAt(0)));
  }

  private static String escaped(char unsafe) {
    return switch (unsafe) {
      case '\t' -> " ";
      case '\n' -> "\\\\n";
      case '\r' -> "\\\\r";
      default -> String.format(Locale.ROOT, "\\\\u%04x", (int) unsafe);
    };
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return "%s… (%d characters)".formatted(text.substring(0, end), text.length());
  }
}
