package dev.processsync.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was measured, beside what was aimed at.
 *
 * @param rates the common ones, at which everybody was timed who can do so much
 */
record ResultsTable(List<Cell> cells, List<Integer> rates) {

  private static final String NOTHING = "–";
  private static final String UNSTEADY = " \\*";

  /**
   * @param line what markdown wants below the title
   */
  private record Column(String title, String line, Function<Cell, String> text) {

    static Column words(String title, Function<Cell, String> text) {
      return new Column(title, "---", text);
    }

    static Column numbers(String title, Function<Cell, String> text) {
      return new Column(title, "---:", text);
    }

    /** Milliseconds of processor time. */
    static Column time(String title, Function<ProcessorTime, String> text) {
      return numbers(title, cell -> cell.hasWorked() ? text.apply(cell.perEvent()) : NOTHING);
    }
  }

  String markdown() {
    List<Column> columns = columns();
    StringBuilder text = new StringBuilder();
    line(text, columns.stream().map(Column::title).toList());
    line(text, columns.stream().map(Column::line).toList());
    for (Cell cell : cells) {
      line(text, columns.stream().map(column -> column.text().apply(cell)).toList());
    }
    if (!cells.stream().allMatch(Cell::isSteady)) {
      text.append("\n\\* The rate was not steady yet when the longest warm-up was over.\n");
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> words) {
    text.append("| ").append(String.join(" | ", words)).append(" |\n");
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("database", Cell::database));
    columns.add(Column.words("row", cell -> cell.isSteady() ? cell.row() : cell.row() + UNSTEADY));
    columns.add(
        Column.numbers("events/s", cell -> cell.hasWorked() ? whole(cell.rate()) : NOTHING));
    columns.add(Column.numbers("lowest–highest", ResultsTable::range));
    columns.add(Column.time("processor ms an event", time -> hundredths(time.sum())));
    columns.add(Column.time("A", time -> hundredths(time.a())));
    columns.add(Column.time("A's database", time -> ofDatabase(time, time.databaseOfA())));
    columns.add(Column.time("B", time -> hundredths(time.b())));
    columns.add(Column.time("B's database", time -> ofDatabase(time, time.databaseOfB())));
    columns.add(Column.time("rest of database", time -> ofDatabase(time, time.restOfDatabase())));
    columns.add(Column.numbers("p50 / p95 / p99 ms at half load", ResultsTable::atHalfLoad));
    for (int rate : rates) {
      columns.add(
          Column.numbers("p50 / p95 ms at %d/s".formatted(rate), cell -> atRate(cell, rate)));
    }
    columns.add(Column.numbers("start to ready ms", ResultsTable::startToReady));
    columns.add(Column.words("compared", this::compared));
    columns.add(Column.words("target", cell -> Comparison.of(cell).target()));
    return columns;
  }

  private static String range(Cell cell) {
    return cell.hasWorked() ? whole(cell.lowestRate()) + "–" + whole(cell.highestRate()) : NOTHING;
  }

  private static String ofDatabase(ProcessorTime time, double millis) {
    return time.databaseApart() ? hundredths(millis) : NOTHING;
  }

  private static String startToReady(Cell cell) {
    return cell.millisToReady().isPresent() ? whole(cell.millisToReady().getAsDouble()) : NOTHING;
  }

  private static String atRate(Cell cell, int rate) {
    return cell.latencies(Rounds.pace(rate))
        .map(found -> format("%.1f / %.1f", found.p50(), found.p95()))
        .orElse(NOTHING);
  }

  private static String atHalfLoad(Cell cell) {
    return cell.latencies(Rounds.HALF)
        .map(found -> format("%.1f / %.1f / %.1f", found.p50(), found.p95(), found.p99()))
        .orElse(NOTHING);
  }

  /** The ratios of this row and another, if both were measured, and what else is to be said. */
  private String compared(Cell cell) {
    Comparison comparison = Comparison.of(cell);
    List<String> said = new ArrayList<>();
    row(cell.database(), comparison.other())
        .ifPresent(
            other ->
                said.add(
                    comparison.upsideDown()
                        ? format(
                            "%s ÷ %s = %.2f", other.row(), cell.row(), other.rate() / cell.rate())
                        : format("÷ %s = %.2f", other.row(), cell.rate() / other.rate())));
    row(cell.database(), comparison.processorTimeOf())
        .ifPresent(
            other ->
                said.add(
                    format(
                        "processor time %.2f of %s's",
                        cell.perEvent().sum() / other.perEvent().sum(), other.row())));
    if (!cell.remark().isEmpty()) {
      said.add(cell.remark());
    }
    return String.join("; ", said);
  }

  private Optional<Cell> row(String database, String name) {
    return cells.stream()
        .filter(other -> other.database().equals(database))
        .filter(other -> other.row().equals(name))
        .findFirst();
  }

  private static String whole(double number) {
    return format("%,.0f", number);
  }

  private static String hundredths(double number) {
    return format("%.2f", number);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
