package dev.processsync.query;

import dev.processsync.support.ShortText;

/** What a caller sent, short enough for a message. */
final class Texts {

  private static final int MAX_SHOWN = 200;

  private Texts() {}

  static String brief(String text) {
    return ShortText.of(text, MAX_SHOWN);
  }
}
