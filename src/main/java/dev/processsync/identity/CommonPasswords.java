package dev.processsync.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Passwords that are tried first, because many have them. */
final class CommonPasswords {

  /** What is put around a word so that it passes for a password. */
  private static final Pattern AROUND = Pattern.compile("^[\\P{L}]+|[\\P{L}]+$");

  private static final int TOO_SHORT_TO_MEAN_ANYTHING = 4;

  private static final Set<String> WHOLE = read();

  /** Of the list, without digits around: {@code Welcome2027!} is no better than the year before. */
  private static final Set<String> WORDS =
      WHOLE.stream()
          .map(CommonPasswords::word)
          .filter(word -> word.length() >= TOO_SHORT_TO_MEAN_ANYTHING)
          .collect(Collectors.toUnmodifiableSet());

  private CommonPasswords() {}

  static boolean has(String candidate) {
    String plain = plain(candidate);
    return WHOLE.contains(plain)
        || WORDS.contains(word(plain))
        || plain.codePoints().distinct().count() == 1;
  }

  /** Without regard to case, and to how a letter is composed. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  private static String word(String plain) {
    return AROUND.matcher(plain).replaceAll("");
  }

  private static Set<String> read() {
    try (InputStream list =
        Objects.requireNonNull(
            CommonPasswords.class.getResourceAsStream("common-passwords.txt"), "the list")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(CommonPasswords::plain)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
