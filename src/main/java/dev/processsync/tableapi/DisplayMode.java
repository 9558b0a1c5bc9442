package dev.processsync.tableapi;

import dev.processsync.problem.InvalidQuery;
import java.util.Locale;

/** {@code sysparm_display_value}: what is shown of a field. */
enum DisplayMode {
  /** Stored values. */
  FALSE,
  /** What people read: names for references, labels for choices. */
  TRUE,
  /** Both. */
  ALL;

  /**
   * @throws InvalidQuery if the text is none of the three
   */
  static DisplayMode of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "false" -> FALSE;
      case "true" -> TRUE;
      case "all" -> ALL;
      default ->
          throw new InvalidQuery("sysparm_display_value=" + text, "it must be true, false or all.");
    };
  }
}
