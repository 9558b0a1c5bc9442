package dev.processsync.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Now is Friday, 2024-05-17 13:45:10. */
class MomentsTest {

  private final Moments moments = new Moments(TicketTables.CLOCK);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "now() | 2024-05-17 13:45:10",
        "beginningOfToday() | 2024-05-17 00:00:00",
        "endOfToday() | 2024-05-17 23:59:59",
        "beginningOfYesterday() | 2024-05-16 00:00:00",
        "endOfTomorrow() | 2024-05-18 23:59:59",
        "beginningOfThisWeek() | 2024-05-13 00:00:00",
        "endOfLastWeek() | 2024-05-12 23:59:59",
        "beginningOfNextMonth() | 2024-06-01 00:00:00",
        "endOfLastMonth() | 2024-04-30 23:59:59",
        "beginningOfThisQuarter() | 2024-04-01 00:00:00",
        "endOfThisYear() | 2024-12-31 23:59:59",
        "minutesAgo(50) | 2024-05-17 12:55:10",
        "hoursAgo(14) | 2024-05-16 23:45:10",
        "daysAgo(7) | 2024-05-10 13:45:10",
        "daysAgoStart(7) | 2024-05-10 00:00:00",
        "daysAgoEnd(-1) | 2024-05-18 23:59:59",
        "dateGenerate('2024-02-29', '12:30:00') | 2024-02-29 12:30:00",
        "dateGenerate('2024-02-29','end') | 2024-02-29 23:59:59",
        "dateGenerate(\"2024-02-29 12:30:00\") | 2024-02-29 12:30:00",
        "dateGenerate(\"2024-02-29\", \"start\") | 2024-02-29 00:00:00",
        "dateGenerate('2024-02-29') | 2024-02-29 00:00:00",
        "nowDateTime(); | 2024-05-17 13:45:10",
        "beginningOfLast7Days() | 2024-05-10 00:00:00",
        "endOfLast7Days() | 2024-05-17 23:59:59",
        "beginningOfLast3Months() | 2024-02-01 00:00:00",
        "beginningOfLast15Minutes() | 2024-05-17 13:30:00",
        "beginningOfLastHour() | 2024-05-17 12:00:00",
        "endOfLastHour() | 2024-05-17 12:59:59",
        "beginningOfCurrentHour() | 2024-05-17 13:00:00",
        "endOfNextQuarter() | 2024-09-30 23:59:59",
        "monthsAgo(3) | 2024-02-17 13:45:10",
        "monthsAgoStart(3) | 2024-02-01 00:00:00",
        "monthsAgoEnd(3) | 2024-02-29 23:59:59",
        "monthsAgoEnd(0) | 2024-05-31 23:59:59",
        "quartersAgoStart(1) | 2024-01-01 00:00:00",
        "quartersAgoEnd('1') | 2024-03-31 23:59:59",
        "quartersAgo(1) | 2024-02-17 13:45:10",
        "yearsAgo(1) | 2023-05-17 13:45:10",
        "yearsAgoStart(1) | 2023-01-01 00:00:00",
        "yearsAgoEnd(1) | 2023-12-31 23:59:59",
        "weeksAgoStart(1) | 2024-05-06 00:00:00",
        "hoursAgoStart(2) | 2024-05-17 11:00:00",
        "hoursAgoEnd(0) | 2024-05-17 13:59:59",
        "minutesAgoStart(5) | 2024-05-17 13:40:00",
        "minutesAgoEnd(0) | 2024-05-17 13:45:59",
      })
  void knowsTheMomentsThatConditionBuildersWrite(String call, String expected) {
    assertThat(moments.read("javascript:gs." + call).first().format(Moments.FORMAT))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:gs.sleep(9)",
        "javascript:gs.daysAgo()",
        "javascript:gs.daysAgo(x)",
        "javascript:gs.now(1)",
        "javascript:gs.monthsAgo(9999999)",
        "javascript:gs.yearsAgo(3000)",
        "javascript:new GlideDateTime()",
        "javascript:gs.dateGenerate()",
        "javascript:gs.dateGenerate('2024-02-30')",
        "javascript:gs.dateGenerate('2024-02-20','noon')",
      })
  void refusesWhatItDoesNotKnowSayingWhatItKnows(String script) {
    assertThatThrownBy(() -> moments.read(script))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(script, "minutesAgo", "months", "beginningOfToday");
  }
}
