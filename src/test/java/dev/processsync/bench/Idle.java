package dev.processsync.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * How much of a processor A of ours takes when it is linked and has worked, and nothing happens.
 */
final class Idle {

  static final String ROW = "idle";

  /** What the work has left to be compiled, collected and closed is not idleness yet. */
  private static final Duration SETTLING = Duration.ofSeconds(15);

  private Idle() {}

  static Cell measure(Settings settings, String database, DatabaseServer server, Path directory) {
    try (Pair pair = Pair.start(Contender.OURS, server, directory, ROW)) {
      pair.throughput(settings.threads(), settings.events());
      doNothing(SETTLING);
      ProcessorMeter meter = ProcessorMeter.start(pair);
      doNothing(settings.idle());
      Cell cell = new Cell(database, ROW);
      cell.remark(share(meter.stop(), settings.idle()));
      System.out.println(database + ", " + ROW + ": " + cell.remark());
      return cell;
    }
  }

  private static void doNothing(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static String share(ProcessorTime used, Duration time) {
    ProcessorTime percent = used.dividedBy(time.toMillis() / 100.0);
    return used.databaseApart()
        ? String.format(
            Locale.ROOT,
            "%.2f %% of a processor, its database %.2f %%, rest of the database %.2f %%",
            percent.a(),
            percent.databaseOfA(),
            percent.restOfDatabase())
        : String.format(Locale.ROOT, "%.2f %% of a processor, with its database", percent.a());
  }
}
