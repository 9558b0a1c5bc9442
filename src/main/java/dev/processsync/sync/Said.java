package dev.processsync.sync;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Text of another instance, made fit for our messages and logs: one line, bounded. */
final class Said {

  private static final int MAX_LENGTH = 600;

  private Said() {}

  static String brief(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
  }

  static List<String> brief(@Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream().filter(Objects::nonNull).map(Said::brief).toList();
  }
}
