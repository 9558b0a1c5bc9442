package dev.processsync.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The scripts for moments that ServiceNow's condition builder and people's queries have: looked up
 * by name, never run.
 */
final class MomentCalls {

  static final String KNOWN =
      "javascript:gs.now(), nowDateTime(), beginningOfToday(), endOfToday() (likewise Yesterday,"
          + " Tomorrow, This, Last or Next with Minute, Hour, Day, Week, Month, Quarter, Year, and"
          + " Last7Days with any number of Minutes, Hours, Days, Weeks, Months, Quarters, Years),"
          + " minutesAgo(n), minutesAgoStart(n), minutesAgoEnd(n) (likewise hours, days, weeks,"
          + " months, quarters, years), dateGenerate('yyyy-MM-dd','HH:mm:ss')";

  private static final String SCRIPT = "javascript:";

  private static final Pattern CALL =
      Pattern.compile("(?i:javascript:)\\s*gs\\.(\\w{1,40})\\(([^()]{0,60})\\)\\s*;?");
  private static final String UNITS = "(Minute|Hour|Day|Week|Month|Quarter|Year)";
  private static final Pattern EDGE =
      Pattern.compile("(beginning|end)Of(This|Current|Last|Next)" + UNITS);
  private static final Pattern LAST =
      Pattern.compile("(beginning|end)OfLast(\\d{1,6})" + UNITS + "s?");
  private static final Pattern AGO =
      Pattern.compile("(second|minute|hour|day|week|month|quarter|year)sAgo(Start|End)?");
  private static final Pattern COUNT = Pattern.compile("-?\\d{1,6}");

  private final LocalDateTime now;

  MomentCalls(LocalDateTime now) {
    this.now = now;
  }

  /** Whether somebody wants something to be run for it. */
  static boolean isScript(String operand) {
    return operand.strip().toLowerCase(Locale.ROOT).startsWith(SCRIPT);
  }

  /**
   * @throws IllegalArgumentException if it is none of the known
   * @throws java.time.DateTimeException if it leads out of the calendar
   */
  LocalDateTime read(String script) {
    Matcher call = CALL.matcher(script);
    if (!call.matches()) {
      throw new IllegalArgumentException("no call");
    }
    List<String> arguments =
        Arrays.stream(call.group(2).split(",", -1))
            .map(argument -> argument.replace('"', '\'').strip())
            .map(argument -> argument.replaceAll("^'(.*)'$", "$1").strip())
            .filter(argument -> !argument.isEmpty())
            .toList();
    String function = call.group(1);
    Matcher ago = AGO.matcher(function);
    if (function.equals("dateGenerate")) {
      return generated(arguments);
    } else if (ago.matches()) {
      return ago(Unit.of(ago.group(1)), edge(ago.group(2)), count(arguments));
    }
    require(arguments.isEmpty());
    return function.equals("now") || function.equals("nowDateTime") ? now : named(function);
  }

  private enum Edge {
    NONE,
    START,
    END
  }

  private static Edge edge(@Nullable String suffix) {
    return suffix == null ? Edge.NONE : suffix.equals("Start") ? Edge.START : Edge.END;
  }

  private LocalDateTime named(String function) {
    String plain =
        function
            .replace("OfToday", "OfThisDay")
            .replace("OfYesterday", "OfLastDay")
            .replace("OfTomorrow", "OfNextDay");
    Matcher last = LAST.matcher(plain);
    if (last.matches()) {
      // from the start of the period so many ago to the end of the present one
      Unit unit = Unit.of(last.group(3));
      return last.group(1).equals("end")
          ? ago(unit, Edge.END, 0)
          : ago(unit, Edge.START, Long.parseLong(last.group(2)));
    }
    Matcher edge = EDGE.matcher(plain);
    require(edge.matches());
    long ago =
        switch (edge.group(2)) {
          case "Last" -> 1;
          case "Next" -> -1;
          default -> 0;
        };
    return ago(Unit.of(edge.group(3)), edge.group(1).equals("end") ? Edge.END : Edge.START, ago);
  }

  private LocalDateTime ago(Unit unit, Edge edge, long count) {
    LocalDateTime moment = unit.before(now, count);
    return switch (edge) {
      case NONE -> moment;
      case START -> unit.start(moment);
      case END -> unit.before(unit.start(moment), -1).minusSeconds(1);
    };
  }

  private static LocalDateTime generated(List<String> arguments) {
    require(!arguments.isEmpty() && arguments.size() <= 2);
    // in one argument, too: "2024-01-01 12:00:00"
    String[] parts = String.join(" ", arguments).split("\\s+", 2);
    LocalDate date = LocalDate.parse(parts[0], Moments.DATE);
    String time = parts.length == 1 ? "start" : parts[1];
    return switch (time) {
      case "start" -> date.atStartOfDay();
      case "end" -> Moments.Span.endOf(date);
      default -> date.atTime(LocalTime.parse(time)).truncatedTo(ChronoUnit.SECONDS);
    };
  }

  private static long count(List<String> arguments) {
    require(arguments.size() == 1 && COUNT.matcher(arguments.get(0)).matches());
    return Long.parseLong(arguments.get(0));
  }

  private static void require(boolean known) {
    if (!known) {
      throw new IllegalArgumentException("an unknown call");
    }
  }

  /** A length of time and the periods of it that calendars have. */
  private enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    static Unit of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    LocalDateTime before(LocalDateTime moment, long count) {
      return switch (this) {
        case SECOND -> moment.minusSeconds(count);
        case MINUTE -> moment.minusMinutes(count);
        case HOUR -> moment.minusHours(count);
        case DAY -> moment.minusDays(count);
        case WEEK -> moment.minusWeeks(count);
        case MONTH -> moment.minusMonths(count);
        case QUARTER -> moment.minusMonths(3 * count);
        case YEAR -> moment.minusYears(count);
      };
    }

    /** The start of the period that the moment is in. */
    LocalDateTime start(LocalDateTime moment) {
      LocalDate day = moment.toLocalDate();
      return switch (this) {
        case SECOND -> moment.truncatedTo(ChronoUnit.SECONDS);
        case MINUTE -> moment.truncatedTo(ChronoUnit.MINUTES);
        case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
        case DAY -> day.atStartOfDay();
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
        case MONTH -> day.withDayOfMonth(1).atStartOfDay();
        case QUARTER ->
            day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).atStartOfDay();
        case YEAR -> day.withDayOfYear(1).atStartOfDay();
      };
    }
  }
}
