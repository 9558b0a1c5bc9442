package dev.processsync.table.query;

/** What a caller sent, short enough for a message. */
final class Texts {

  private static final int MAX_SHOWN = 200;

  private Texts() {}

  static String brief(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }
}
