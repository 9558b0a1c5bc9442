package dev.processsync.bench;

import java.util.List;
import java.util.Locale;

/** What was measured, beside what was aimed at. */
record ResultsTable(List<Cell> cells) {

  String markdown() {
    StringBuilder text =
        new StringBuilder(
            """
            | database | row | events/s | lowest–highest | p50 ms | p95 ms | p99 ms | compared | target |
            |---|---|---:|---:|---:|---:|---:|---|---|
            """);
    cells.forEach(cell -> text.append(line(cell)).append('\n'));
    return text.toString();
  }

  private String line(Cell cell) {
    Comparison comparison = Comparison.of(cell);
    return format(
        "| %s | %s | %,.0f | %,.0f–%,.0f | %s | %s | %s |",
        cell.database(),
        cell.row(),
        cell.rate(),
        cell.lowestRate(),
        cell.highestRate(),
        latencies(cell),
        compared(cell, comparison),
        comparison.target());
  }

  private static String latencies(Cell cell) {
    if (!cell.isTimed()) {
      return " | | ";
    }
    Latencies found = cell.latencies();
    return format("%.1f | %.1f | %.1f", found.p50(), found.p95(), found.p99());
  }

  /** The ratio of this row and another, if both were measured; else what is to be said of it. */
  private String compared(Cell cell, Comparison comparison) {
    return cells.stream()
        .filter(other -> other.database().equals(cell.database()))
        .filter(other -> other.row().equals(comparison.other()))
        .findFirst()
        .map(
            other ->
                comparison.upsideDown()
                    ? format("%s ÷ %s = %.2f", other.row(), cell.row(), other.rate() / cell.rate())
                    : format("÷ %s = %.2f", other.row(), cell.rate() / other.rate()))
        .map(ratio -> cell.remark().isEmpty() ? ratio : ratio + "; " + cell.remark())
        .orElse(cell.remark());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
