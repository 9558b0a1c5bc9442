package dev.processsync.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Reads the parameters of an address or of a form's body, all of them or none: a server drops a
 * parameter that it can't decode, and a query that vanishes means every record.
 */
final class UrlEncoded {

  /** More than any address takes; the server itself drops what is beyond. */
  static final int MOST_PARAMETERS = 1_000;

  private static final String OWN = "sysparm_";
  private static final String HOW =
      " In a value, write %25 for %, %26 for &, %2B for + and %23 for #, and other signs as UTF-8.";

  private UrlEncoded() {}

  /**
   * @throws BadParameter naming the parameter that can't be read or that is given twice
   */
  static MultiValueMap<String, String> read(String text) {
    MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int end = pair.indexOf('=');
        String name = decode(end < 0 ? pair : pair.substring(0, end), "The name of a parameter");
        if (name.isEmpty()) {
          throw BadParameter.because(
              "A parameter has no name before '%s'.%s".formatted(brief(pair), HOW));
        }
        String what = "The parameter " + brief(name);
        parameters.add(name, end < 0 ? "" : decode(pair.substring(end + 1), what));
        if (parameters.size() > MOST_PARAMETERS) {
          throw tooMany();
        }
      }
    }
    requireSingle(parameters);
    return parameters;
  }

  /**
   * @throws BadParameter if one that says what the whole request means is given twice
   */
  static void requireSingle(MultiValueMap<String, String> parameters) {
    Set<String> seen = new HashSet<>();
    long count = 0;
    for (var given : parameters.entrySet()) {
      List<String> values = given.getValue();
      String name = given.getKey().toLowerCase(Locale.ROOT);
      count += values.size();
      if (name.startsWith(OWN) && (values.size() > 1 || !seen.add(name))) {
        throw BadParameter.because(
            "The parameter %s is given more than once; it counts only once.%s"
                .formatted(brief(given.getKey()), HOW));
      }
    }
    if (count > MOST_PARAMETERS) {
      throw tooMany();
    }
  }

  private static BadParameter tooMany() {
    return BadParameter.because("There are more than %d parameters.".formatted(MOST_PARAMETERS));
  }

  private static String decode(String text, String what) {
    if (text.indexOf('%') < 0) {
      return text.replace('+', ' ');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (point == '%') {
        bytes.write(octet(text, i, what));
        i += 3;
      } else {
        bytes.writeBytes(
            (point == '+' ? " " : Character.toString(point)).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw BadParameter.because(
          "%s can't be read: what its %%… stand for is no UTF-8.%s".formatted(what, HOW));
    }
  }

  private static int octet(String text, int at, String what) {
    int high = at + 2 < text.length() ? digit(text.charAt(at + 1)) : -1;
    int low = at + 2 < text.length() ? digit(text.charAt(at + 2)) : -1;
    if (high < 0 || low < 0) {
      throw BadParameter.because(
          "%s can't be read: after the %% at '%s' two hexadecimal digits are missing.%s"
              .formatted(what, brief(text.substring(at)), HOW));
    }
    return high * 16 + low;
  }

  /** Those of ASCII alone. */
  private static int digit(char sign) {
    return sign < 128 ? Character.digit(sign, 16) : -1;
  }

  static String brief(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    int end = Math.min(plain.length(), 60);
    if (end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1))) {
      end--;
    }
    return plain.substring(0, end);
  }
}
