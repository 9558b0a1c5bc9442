package dev.processsync.handshake;

import dev.processsync.support.ShortText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Text of another instance, made fit for our messages and logs: one line, bounded. */
final class PartnersWords {

  private static final int MAX_LENGTH = 600;

  private PartnersWords() {}

  static String brief(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return ShortText.of(line, MAX_LENGTH);
  }

  static List<String> brief(@Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream().filter(Objects::nonNull).map(PartnersWords::brief).toList();
  }
}
