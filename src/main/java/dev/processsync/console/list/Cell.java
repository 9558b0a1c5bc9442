package dev.processsync.console.list;

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
        cut ? start(line, LONGEST) + "…" : line,
        cut ? start(value, LONGEST_WHOLE) : "",
        "",
        "");
  }

  Cell leadingTo(String address) {
    return new Cell(kind, text, whole, address, tone);
  }

  Cell withTone(String look) {
    return new Cell(kind, text, whole, href, look);
  }

  /** By code points, so that no character is cut in half. */
  private static String start(String text, int length) {
    int end = Math.min(length, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, end));
  }
}
