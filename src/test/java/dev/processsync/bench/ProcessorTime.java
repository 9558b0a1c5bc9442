package dev.processsync.bench;

import java.util.List;
import java.util.Locale;

/**
 * Processor time, user and system, of all who work for a pair, in milliseconds.
 *
 * @param databaseApart whether the databases are processes of their own; what one inside A and B
 *     uses is theirs
 * @param restOfDatabase what the server does for everybody
 */
record ProcessorTime(
    double a,
    double databaseOfA,
    double b,
    double databaseOfB,
    double restOfDatabase,
    boolean databaseApart) {

  double sum() {
    return a + databaseOfA + b + databaseOfB + restOfDatabase;
  }

  ProcessorTime dividedBy(double number) {
    return new ProcessorTime(
        a / number,
        databaseOfA / number,
        b / number,
        databaseOfB / number,
        restOfDatabase / number,
        databaseApart);
  }

  /** The one with the median sum, so that what is told of the parts adds up. */
  static ProcessorTime median(List<ProcessorTime> runs) {
    return runs.stream()
        .sorted((one, other) -> Double.compare(one.sum(), other.sum()))
        .toList()
        .get((runs.size() - 1) / 2);
  }

  @Override
  public String toString() {
    return databaseApart
        ? String.format(
            Locale.ROOT,
            "%.2f ms (A %.2f, its database %.2f, B %.2f, its database %.2f, rest of the database %.2f)",
            sum(),
            a,
            databaseOfA,
            b,
            databaseOfB,
            restOfDatabase)
        : String.format(Locale.ROOT, "%.2f ms (A %.2f, B %.2f)", sum(), a, b);
  }
}
