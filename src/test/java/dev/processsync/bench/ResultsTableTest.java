package dev.processsync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTableTest {

  private final Cell ours = new Cell("postgres", "ours");
  private final Cell camel = new Cell("postgres", "camel");

  ResultsTableTest() {
    ours.add(new Throughput(60, apart(2, 1, 1.5, 0.5, 0.25)));
    camel.add(new Throughput(120, apart(1, 0.5, 0.5, 0.5, 0.125)));
  }

  @Test
  void processorTimeIsToldInPartsThatAddUp() {
    assertThat(line(ours)).contains("| 60 | 60–60 | 5.25 | 2.00 | 1.00 | 1.50 | 0.50 | 0.25 |");
  }

  @Test
  void ofSeveralRunsTheOneWithTheMedianSumIsTold() {
    ours.add(new Throughput(60, apart(9, 9, 9, 9, 9)));
    ours.add(new Throughput(60, apart(3, 0, 2, 0.5, 0)));

    assertThat(line(ours)).contains("| 5.50 | 3.00 | 0.00 | 2.00 | 0.50 | 0.00 |");
  }

  @Test
  void oursIsComparedWithCamelByRateAndByProcessorTime() {
    assertThat(line(ours)).contains("| processor time 2.00 of camel's |");
    assertThat(line(camel)).contains("| ours ÷ camel = 0.50 |");
  }

  @Test
  void aDatabaseInsideTheProcessesHasNoTimeOfItsOwn() {
    Cell onH2 = new Cell("h2", "ours");
    onH2.add(new Throughput(60, new ProcessorTime(2, 0, 1, 0, 0, false)));

    assertThat(line(onH2)).contains("| 3.00 | 2.00 | – | 1.00 | – | – |");
  }

  @Test
  void whoCanNotDoACommonRateHasNoLatencyThere() {
    ours.add(Rounds.HALF, new Latencies(10, 20, 30));
    ours.add(Rounds.pace(50), new Latencies(11, 21, 31));

    assertThat(line(ours)).contains("| 10.0 / 20.0 / 30.0 | 11.0 / 21.0 | – |");
  }

  @Test
  void aRowThatIsNotSteadyIsMarked() {
    assertThat(table(ours)).contains("| ours |").doesNotContain("not steady");

    ours.warmUp(new WarmUp(new Throughput(60, apart(1, 1, 1, 1, 1)), false));

    assertThat(table(ours, camel)).contains("| ours \\* |", "| camel |", "not steady");
  }

  @Test
  void aRowMayHaveDoneNothing() {
    Cell idle = new Cell("postgres", Idle.ROW);
    idle.remark("0.40 % of a processor");
    ours.add(Duration.ofMillis(8_123));

    assertThat(line(idle)).contains("| idle | – | – |", "| 0.40 % of a processor | ≤ 0.50 % |");
    assertThat(line(ours)).contains("| 8,123 |");
  }

  private static ProcessorTime apart(
      double a, double databaseOfA, double b, double databaseOfB, double rest) {
    return new ProcessorTime(a, databaseOfA, b, databaseOfB, rest, true);
  }

  private String line(Cell cell) {
    return table(ours, camel, cell)
        .lines()
        .filter(line -> line.startsWith("| " + cell.database() + " | " + cell.row() + " |"))
        .findFirst()
        .orElseThrow();
  }

  private static String table(Cell... cells) {
    return new ResultsTable(List.of(cells), List.of(50, 100)).markdown();
  }
}
