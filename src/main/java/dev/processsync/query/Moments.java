package dev.processsync.query;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Reads operands of date fields, in UTC: moments, days, and {@link MomentCalls}. Weeks start on
 * Monday.
 */
final class Moments {

  /** {@code yyyy-MM-dd HH:mm:ss}, as every date is written. */
  static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private static final String EXPECTED =
      "yyyy-MM-dd HH:mm:ss, yyyy-MM-dd, or one of " + MomentCalls.KNOWN;

  private static final Pattern IS_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The last year of four digits; the first is 1, as PostgreSQL knows no year 0. */
  private static final int LAST_YEAR = 9999;

  private final MomentCalls calls;

  Moments(Clock clock) {
    Instant instant = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    this.calls = new MomentCalls(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  /** What an operand stands for: a second, or all the seconds of a day; both ends included. */
  record Span(LocalDateTime first, LocalDateTime last) {

    private static Span of(LocalDateTime moment) {
      return new Span(moment, moment);
    }

    private static Span day(LocalDate date) {
      return new Span(date.atStartOfDay(), endOf(date));
    }

    static LocalDateTime endOf(LocalDate date) {
      return date.atTime(LocalTime.of(23, 59, 59));
    }
  }

  /**
   * @throws IllegalArgumentException if it is none of the expected
   */
  Span read(String operand) {
    try {
      Span span = span(operand.strip());
      if (span.first.getYear() >= 1 && span.last.getYear() <= LAST_YEAR) {
        return span;
      }
    } catch (DateTimeException | IllegalArgumentException notADate) {
      // told below, as a year that databases don't know
    }
    throw unknown(operand);
  }

  private Span span(String text) {
    if (IS_DATE.matcher(text).matches()) {
      return Span.day(LocalDate.parse(text, DATE));
    }
    return Span.of(
        MomentCalls.isScript(text) ? calls.read(text) : LocalDateTime.parse(text, FORMAT));
  }

  private static IllegalArgumentException unknown(String operand) {
    return new IllegalArgumentException(
        "'%s' is no date; it must be %s".formatted(Texts.brief(operand), EXPECTED));
  }
}
