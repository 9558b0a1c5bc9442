package dev.processsync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTimeTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          postgres: postgres ours_a 127.0.0.1(43210) idle,                 ours_a
          postgres: postgres one-job_b ::1(5) COMMIT,                      one-job_b
          postgres: postgres camel_a [local] idle in transaction,          camel_a
          postgres: checkpointer,                                          ''
          postgres: autovacuum worker ours_a,                              ''
          postgres: parallel worker for PID 12,                            ''
          '',                                                              ''
          """)
  void aTitleNamesTheDatabaseThatAProcessWorksFor(String title, String database) {
    assertThat(ServerTime.database(title)).isEqualTo(database);
  }

  @Test
  void whatIsUsedGoesToTheDatabaseOfTheProcess() {
    ServerTime before =
        new ServerTime(Map.of(1L, used("a", 100), 2L, used("b", 50)), Duration.ofMillis(1_000));
    ServerTime after =
        new ServerTime(
            Map.of(1L, used("a", 130), 2L, used("b", 50), 3L, used("a", 7), 4L, used("", 2)),
            Duration.ofMillis(1_001));

    assertThat(after.since(before))
        .isEqualTo(
            Map.of("a", Duration.ofMillis(37), "b", Duration.ZERO, "", Duration.ofMillis(3)));
  }

  @Test
  void ofWhoHasEndedMeanwhileOnlyWhatWasUsedMeanwhileCounts() {
    ServerTime before = new ServerTime(Map.of(1L, used("a", 100)), Duration.ofMillis(1_000));
    ServerTime after = new ServerTime(Map.of(), Duration.ofMillis(1_120));

    assertThat(after.since(before)).isEqualTo(Map.of("", Duration.ofMillis(20)));
  }

  @Test
  void childrenThatHaveEndedAreReadBehindANameWithBracketsAndBlanks() {
    String line = "17 (my (odd) name) S 1 17 17 0 -1 4194304 98 0 0 0 5 6 70 8 20 0 1 0 3670579";

    assertThat(ProcStat.parse(line).deadChildren()).isEqualTo(Duration.ofMillis(780));
  }

  private static ServerTime.Used used(String database, long millis) {
    return new ServerTime.Used(database, Duration.ofMillis(millis));
  }
}
