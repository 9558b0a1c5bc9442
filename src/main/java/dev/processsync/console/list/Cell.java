package dev.processsync.console.list;

import dev.processsync.support.ShortText;

/**
 * One value as a list shows it.
 *
 * @param text what is read, cut if it is long
 * @param whole all of it, empty if {@code text} is
 * @param href where a click leads, empty for nowhere
 * @param tone for a badge: which look
 */
record Cell(Kind kind, String text, String whole, String href, String tone) {

  private static final int LONGEST = 90;
  private static final int LONGEST_WHOLE = 1000;

  /** How it looks. */
  enum Kind {
    WORD,
    TEXT,
    PROSE,
    MONO,
    NUMBER,
    MOMENT,
    BADGE
  }

  static Cell of(Kind kind, String value) {
    String line = value.replaceAll("\\s+", " ").strip();
    boolean cut = line.codePointCount(0, line.length()) > LONGEST;
    return new Cell(
        kind,
        cut ? ShortText.beginning(line, LONGEST) + "…" : line,
        cut ? ShortText.beginning(value, LONGEST_WHOLE) : "",
        "",
        "");
  }

  Cell leadingTo(String address) {
    return new Cell(kind, text, whole, address, tone);
  }

  Cell withTone(String look) {
    return new Cell(kind, text, whole, href, look);
  }
}
