package dev.processsync.tableapi;

import dev.processsync.problem.InvalidQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** The {@code sysparm_…} parameters of a request as what they mean; absent is the default. */
record Parameters(MultiValueMap<String, String> values) {

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final int MOST = 999_999_999;

  String text(String name) {
    return Objects.requireNonNullElse(values.getFirst(name), "").strip();
  }

  boolean isTrue(String name) {
    return "true".equalsIgnoreCase(text(name));
  }

  /** Comma-separated. */
  List<String> list(String name) {
    return Arrays.stream(text(name).split(","))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .distinct()
        .toList();
  }

  /**
   * @throws InvalidQuery if it is given but no whole number, or negative
   */
  int count(String name, int otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!COUNT.matcher(text).matches()) {
      throw new InvalidQuery(
          name + "=" + text, "it must be a whole number from 0 to " + MOST + ".");
    }
    return Integer.parseInt(text);
  }
}
