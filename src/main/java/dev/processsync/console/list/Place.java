package dev.processsync.console.list;

import dev.processsync.problem.InvalidQuery;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is meant.
 *
 * @param cursor what the page lies before or after, empty for the first and the last page
 * @param from the number of its first record as it was when the link was made, for people; 0 if
 *     unknown
 */
record Place(Kind kind, String cursor, long from) {

  static final Place FIRST = new Place(Kind.FIRST, "", 1);

  enum Kind {
    FIRST,
    LAST,
    AFTER,
    BEFORE
  }

  public static Place of(Map<String, String> parameters) {
    long from = number(parameters.get("from"));
    String after = parameters.get("after");
    if (after != null) {
      return new Place(Kind.AFTER, after, from);
    }
    String before = parameters.get("before");
    if (before != null) {
      return new Place(Kind.BEFORE, before, from);
    }
    return parameters.containsKey("last") ? new Place(Kind.LAST, "", from) : FIRST;
  }

  /** As parameters of an address. */
  Map<String, String> parameters() {
    return switch (kind) {
      case FIRST -> Map.of();
      case LAST -> Map.of("last", "true", "from", Long.toString(from));
      case AFTER -> Map.of("after", cursor, "from", Long.toString(from));
      case BEFORE -> Map.of("before", cursor, "from", Long.toString(from));
    };
  }

  private static long number(@Nullable String text) {
    try {
      return text == null ? 0 : Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException notANumber) {
      throw new InvalidQuery("from=" + text, "from is the number of the page's first record.");
    }
  }
}
