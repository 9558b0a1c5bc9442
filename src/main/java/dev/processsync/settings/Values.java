package dev.processsync.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * What values a property may have.
 *
 * @param type as the table calls it
 * @param unit after the number, empty if it has none
 */
record Values(String type, int least, int most, String unit) {

  static final Values SWITCH = new Values("boolean", 0, 0, "");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final String SECONDS = " seconds";

  static Values number(int least, int most) {
    return new Values("integer", least, most, "");
  }

  static Values seconds(int least, int most) {
    return new Values("integer", least, most, SECONDS);
  }

  static Values days() {
    return new Values("integer", 0, 60, " days; 0 means at the next run");
  }

  static Values hour() {
    return new Values("integer", 0, 23, ", an hour of the day, UTC");
  }

  /** What is allowed, in words. */
  String allowed() {
    return equals(SWITCH)
        ? "true or false"
        : "a whole number from %d to %d%s".formatted(least, most, unit);
  }

  Optional<String> read(String given) {
    if (equals(SWITCH)) {
      return given.equals("true") || given.equals("false") ? Optional.of(given) : Optional.empty();
    }
    return NUMBER.matcher(given).matches() ? within(Long.parseLong(given)) : Optional.empty();
  }

  /** Times may have a unit where an instance is started; parts of a second are rounded. */
  Optional<String> readAtStart(String given) {
    if (!unit.equals(SECONDS)) {
      return read(given);
    }
    try {
      Duration time = DurationStyle.detectAndParse(given, ChronoUnit.SECONDS);
      return within(time.plusMillis(500).toSeconds());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> within(long number) {
    return number >= least && number <= most
        ? Optional.of(Long.toString(number))
        : Optional.empty();
  }
}
