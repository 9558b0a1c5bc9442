package dev.processsync.support;

import java.util.Optional;

/** Text that every database can keep. */
public final class StorableText {

  private StorableText() {}

  /** What a text contains that can't be stored, in words that go on from "contains". */
  public static Optional<String> problem(String text) {
    int point;
    for (int i = 0; i < text.length(); i += Character.charCount(point)) {
      point = text.codePointAt(i);
      if (!isStorable(point)) {
        return Optional.of(
            point == 0
                ? "a NUL character (\\u0000), which can't be stored"
                : "half a character, which can't be stored");
      }
    }
    return Optional.empty();
  }

  /** Whether databases store it: neither a NUL nor half a character. */
  public static boolean isStorable(int codePoint) {
    return codePoint != 0
        && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
  }
}
