package dev.processsync.table.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Now is Friday, 2024-05-17 13:45:10. */
class MomentsTest {

  private final Moments moments = new Moments(TicketTables.CLOCK);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
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
      })
  void knowsTheMomentsThatConditionBuildersWrite(String call, String expected) {
    assertThat(moments.read("javascript:gs." + call).first().format(Moments.FORMAT))
        .isEqualTo(expected);
  }
}
