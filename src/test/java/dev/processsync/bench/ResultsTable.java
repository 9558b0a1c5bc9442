package dev.processsync.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What was measured, beside what was aimed at. */
record ResultsTable(List<Cell> cells) {

  private static final String NOTHING = "–";

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
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> words) {
    text.append("| ").append(String.join(" | ", words)).append(" |\n");
  }

  private List<Column> columns() {
    return List.of(
        Column.words("database", Cell::database),
        Column.words("row", Cell::row),
        Column.numbers("events/s", cell -> cell.hasWorked() ? whole(cell.rate()) : NOTHING),
        Column.numbers("lowest–highest", ResultsTable::range),
        Column.time("processor ms an event", time -> hundredths(time.sum())),
        Column.time("A", time -> hundredths(time.a())),
        Column.time("A's database", time -> ofDatabase(time, time.databaseOfA())),
        Column.time("B", time -> hundredths(time.b())),
        Column.time("B's database", time -> ofDatabase(time, time.databaseOfB())),
        Column.time("rest of database", time -> ofDatabase(time, time.restOfDatabase())),
        Column.numbers("p50 / p95 / p99 ms", ResultsTable::latencies),
        Column.words("compared", this::compared),
        Column.words("target", cell -> Comparison.of(cell).target()));
  }

  private static String range(Cell cell) {
    return cell.hasWorked() ? whole(cell.lowestRate()) + "–" + whole(cell.highestRate()) : NOTHING;
  }

  private static String ofDatabase(ProcessorTime time, double millis) {
    return time.databaseApart() ? hundredths(millis) : NOTHING;
  }

  private static String latencies(Cell cell) {
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
