package dev.processsync.table.query;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads operands of date fields, in UTC. The scripts that ServiceNow's condition builder writes are
 * looked up by name; nothing is ever evaluated. Weeks start on Monday.
 */
final class Moments {

  /** {@code yyyy-MM-dd HH:mm:ss}, as every date is written. */
  static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private static final String EXPECTED =
      "yyyy-MM-dd HH:mm:ss, yyyy-MM-dd, or one of javascript:gs.now(), beginningOfToday(),"
          + " endOfToday() (likewise Yesterday, Tomorrow, and This, Last or Next with Week, Month,"
          + " Quarter, Year), minutesAgo(n), hoursAgo(n), daysAgo(n), daysAgoStart(n),"
          + " daysAgoEnd(n), dateGenerate('yyyy-MM-dd','HH:mm:ss')";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern IS_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern CALL =
      Pattern.compile("javascript:\\s*gs\\.(\\w{1,40})\\(([^()]{0,60})\\);?");
  private static final Pattern EDGE =
      Pattern.compile("(beginning|end)Of(This|Last|Next)(Day|Week|Month|Quarter|Year)");
  private static final Pattern AGO =
      Pattern.compile("(minutes|hours|days)Ago(Start|End)?\\((-?\\d{1,6})\\)");
  private static final Pattern GENERATE =
      Pattern.compile("dateGenerate\\('([-\\d]{10})','(start|end|\\d\\d:\\d\\d:\\d\\d)'\\)");

  /** The last year of four digits; the first is 1, as PostgreSQL knows no year 0. */
  private static final int LAST_YEAR = 9999;

  private final LocalDateTime now;

  Moments(Clock clock) {
    Instant instant = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    this.now = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** What an operand stands for: a second, or all the seconds of a day; both ends included. */
  record Span(LocalDateTime first, LocalDateTime last) {

    private static Span of(LocalDateTime moment) {
      return new Span(moment, moment);
    }

    private static Span day(LocalDate date) {
      return new Span(date.atStartOfDay(), endOf(date));
    }

    private static LocalDateTime endOf(LocalDate date) {
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
    } catch (DateTimeException notADate) {
      // told below, as a year that databases don't know
    }
    throw unknown(operand);
  }

  private Span span(String text) {
    if (IS_DATE.matcher(text).matches()) {
      return Span.day(LocalDate.parse(text, DATE));
    }
    Matcher call = CALL.matcher(text);
    return Span.of(
        call.matches() ? call(call.group(1), call.group(2)) : LocalDateTime.parse(text, FORMAT));
  }

  private LocalDateTime call(String function, String argument) {
    String bare = argument.replace(" ", "");
    String call = function + "(" + bare + ")";
    Matcher ago = AGO.matcher(call);
    if (ago.matches()) {
      return ago(ago.group(1), ago.group(2), Long.parseLong(ago.group(3)));
    }
    Matcher generate = GENERATE.matcher(call.replace('"', '\''));
    if (generate.matches()) {
      return generate(LocalDate.parse(generate.group(1), DATE), generate.group(2));
    }
    if (!bare.isEmpty()) {
      throw unknown(call);
    }
    if (function.equals("now") || function.equals("nowDateTime")) {
      return now;
    }
    return edge(function);
  }

  private LocalDateTime edge(String function) {
    String plain =
        function
            .replace("OfToday", "OfThisDay")
            .replace("OfYesterday", "OfLastDay")
            .replace("OfTomorrow", "OfNextDay");
    Matcher edge = EDGE.matcher(plain);
    if (!edge.matches()) {
      throw unknown(function + "()");
    }
    int distance = edge.group(2).equals("Last") ? -1 : edge.group(2).equals("Next") ? 1 : 0;
    LocalDate start = start(edge.group(3), distance);
    return edge.group(1).equals("beginning")
        ? start.atStartOfDay()
        : Span.endOf(start(edge.group(3), distance + 1).minusDays(1));
  }

  /** The first day of the period that lies so many periods from now. */
  private LocalDate start(String period, int distance) {
    LocalDate today = now.toLocalDate();
    return switch (period) {
      case "Week" ->
          today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(distance);
      case "Month" -> today.withDayOfMonth(1).plusMonths(distance);
      case "Quarter" ->
          today
              .withDayOfMonth(1)
              .withMonth((today.getMonthValue() - 1) / 3 * 3 + 1)
              .plusMonths(3L * distance);
      case "Year" -> today.withDayOfYear(1).plusYears(distance);
      default -> today.plusDays(distance);
    };
  }

  private LocalDateTime ago(String unit, @Nullable String edge, long count) {
    LocalDateTime moment =
        switch (unit) {
          case "minutes" -> now.minusMinutes(count);
          case "hours" -> now.minusHours(count);
          default -> now.minusDays(count);
        };
    if (edge == null) {
      return moment;
    }
    if (!unit.equals("days")) {
      throw unknown(unit + "Ago" + edge);
    }
    return edge.equals("Start")
        ? moment.toLocalDate().atStartOfDay()
        : Span.endOf(moment.toLocalDate());
  }

  private static LocalDateTime generate(LocalDate date, String time) {
    return switch (time) {
      case "start" -> date.atStartOfDay();
      case "end" -> Span.endOf(date);
      default -> date.atTime(LocalTime.parse(time));
    };
  }

  private static IllegalArgumentException unknown(String operand) {
    return new IllegalArgumentException(
        "'%s' is no date; it must be %s".formatted(Texts.brief(operand), EXPECTED));
  }
}
