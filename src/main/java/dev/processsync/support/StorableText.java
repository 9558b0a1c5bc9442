package dev.processsync.support;

import java.util.Optional;

/** Text that every database can keep. */
public final class StorableText {

  private StorableText() {}

  /** What a text contains that can't be stored, in words that go on from "contains". */
  public static Optional<String> problem(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char here = text.charAt(i);
      if (here == 0) {
        return Optional.of("a NUL character (\\u0000), which can't be stored");
      }
      if (Character.isSurrogate(here)) {
        if (Character.isHighSurrogate(here)
            && i + 1 < length
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          return Optional.of("half a character, which can't be stored");
        }
      }
    }
    return Optional.empty();
  }
}
