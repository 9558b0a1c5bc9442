package dev.processsync.dictionary;

import dev.processsync.problem.InvalidRecord;
import dev.processsync.support.ShortText;
import dev.processsync.support.StorableText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value on its three ways: as a caller writes it, as the wire shows it, as the database stores
 * it.
 */
public final class FieldValue {

  /** How dates look on the wire, UTC (docs/reference.md, "Tables"). */
  public static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private static final int LAST_YEAR = 9999;

  private FieldValue() {}

  /**
   * The wire's form of what a caller wrote; references are left as they are.
   *
   * @throws InvalidRecord if the field can't hold it
   */
  public static String canonical(Table table, Field field, String given) {
    String canonical =
        switch (field.type()) {
          case INTEGER -> integer(table, field, given.strip());
          case BOOLEAN -> bool(table, field, given.strip());
          case DATE_TIME -> dateTime(table, field, given.strip());
          case REFERENCE -> given.strip();
          case STRING, EXACT, TEXT, PASSWORD -> text(table, field, given);
        };
    if (field.strictChoices() && !canonical.isEmpty() && !field.choices().containsKey(canonical)) {
      throw invalid(
          table, field, given, "must be one of " + String.join(", ", field.choices().keySet()));
    }
    return canonical;
  }

  /**
   * Of the form of {@link #DATE_TIME}, digit by digit, since several are in every record that is
   * written.
   */
  private static LocalDateTime moment(String canonical) {
    return LocalDateTime.of(
        number(canonical, 0, 4),
        number(canonical, 5, 7),
        number(canonical, 8, 10),
        number(canonical, 11, 13),
        number(canonical, 14, 16),
        number(canonical, 17, 19));
  }

  private static int number(String canonical, int from, int to) {
    return Integer.parseInt(canonical, from, to, 10);
  }

  /** The form for the database, null for empty. */
  public static @Nullable Object stored(Field field, String canonical) {
    if (canonical.isEmpty()) {
      return null;
    }
    return switch (field.type()) {
      case INTEGER -> Long.valueOf(canonical);
      case BOOLEAN -> Boolean.valueOf(canonical);
      case DATE_TIME -> moment(canonical);
      case STRING, EXACT, TEXT, REFERENCE, PASSWORD -> canonical;
    };
  }

  /** The wire's form of what the database holds. */
  public static String wire(@Nullable Object stored) {
    if (stored == null) {
      return "";
    }
    return stored instanceof LocalDateTime time ? time.format(DATE_TIME) : stored.toString();
  }

  private static String integer(Table table, Field field, String given) {
    if (given.isEmpty()) {
      return "";
    }
    try {
      return Long.toString(Long.parseLong(given));
    } catch (NumberFormatException e) {
      throw invalid(table, field, given, "must be a whole number");
    }
  }

  private static String bool(Table table, Field field, String given) {
    return switch (given.toLowerCase(Locale.ROOT)) {
      case "" -> "";
      case "true", "1" -> "true";
      case "false", "0" -> "false";
      default -> throw invalid(table, field, given, "must be true or false");
    };
  }

  private static String dateTime(Table table, Field field, String given) {
    if (given.isEmpty()) {
      return "";
    }
    try {
      LocalDateTime moment = parseDateTime(given).truncatedTo(ChronoUnit.SECONDS);
      if (moment.getYear() < 1 || moment.getYear() > LAST_YEAR) {
        throw new DateTimeException("not a year that can be stored");
      }
      return moment.format(DATE_TIME);
    } catch (DateTimeException e) {
      throw invalid(table, field, given, "must be a date and time as 2024-02-01 13:45:00, in UTC");
    }
  }

  private static LocalDateTime parseDateTime(String given) {
    if (given.length() == 10) {
      return LocalDate.parse(given).atStartOfDay();
    }
    if (given.contains("T")) {
      return OffsetDateTime.parse(given).atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
    return LocalDateTime.parse(given, DATE_TIME);
  }

  private static String text(Table table, Field field, String given) {
    if (given.codePointCount(0, given.length()) > field.length()) {
      throw new InvalidRecord(
          table.name(),
          field.name(),
          "%s (%s.%s) takes at most %d characters; this value has %d."
              .formatted(
                  field.label(),
                  table.name(),
                  field.name(),
                  field.length(),
                  given.codePointCount(0, given.length())));
    }
    if (!given.codePoints().allMatch(StorableText::isStorable)) {
      throw new InvalidRecord(
          table.name(),
          field.name(),
          "%s (%s.%s) contains a NUL or half a character, which can't be stored."
              .formatted(field.label(), table.name(), field.name()));
    }
    return given;
  }

  private static InvalidRecord invalid(Table table, Field field, String given, String rule) {
    String shown = ShortText.of(given, 80);
    return new InvalidRecord(
        table.name(),
        field.name(),
        "%s (%s.%s) is '%s'; it %s."
            .formatted(field.label(), table.name(), field.name(), shown, rule));
  }
}
