package dev.processsync.flow.expression;

import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.jspecify.annotations.Nullable;

/**
 * Dates of timers and user tasks, also as payloads write them: {@code 2020-09-24 19:26:59} in UTC.
 */
public final class SyncDates extends DueDateBusinessCalendar {

  private static final Pattern OF_A_PAYLOAD =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

  public static BusinessCalendarManager calendars() {
    MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
    calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar());
    calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new SyncDates());
    calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
    return calendars;
  }

  @Override
  public Date resolveDuedate(String date, @Nullable Date start) {
    String given = date.strip();
    return super.resolveDuedate(
        OF_A_PAYLOAD.matcher(given).matches() ? given.replace(' ', 'T') + "Z" : given, start);
  }
}
