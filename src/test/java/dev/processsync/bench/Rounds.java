package dev.processsync.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the contenders on one database in turns, so that whatever else the machine does hits all
 * alike.
 */
final class Rounds {

  /** The pace of half of what a contender can do. */
  static final String HALF = "half";

  /** The pace of so many events in a second. */
  static String pace(int perSecond) {
    return Integer.toString(perSecond);
  }

  private final Settings settings;
  private final String database;
  private final Map<Pair, Cell> cells = new LinkedHashMap<>();

  private Rounds(Settings settings, String database) {
    this.settings = settings;
    this.database = database;
  }

  static List<Cell> measure(
      Settings settings, String database, DatabaseServer server, Path directory) {
    Rounds rounds = new Rounds(settings, database);
    try {
      for (Contender contender : settings.contenders(database)) {
        rounds.prepare(contender, server, directory);
      }
      rounds.measureThroughput();
      rounds.measureLatency();
      rounds.measureStart();
      return new ArrayList<>(rounds.cells.values());
    } finally {
      rounds.cells.keySet().forEach(Pair::close);
    }
  }

  private void prepare(Contender contender, DatabaseServer server, Path directory) {
    Pair pair = Pair.start(contender, server, directory, contender.label());
    Cell cell = new Cell(database, contender.label());
    cells.put(pair, cell);
    if (contender == Contender.LOADED) {
      pair.throughput(settings.threads(), 100);
      Filler.fill(pair, settings.filler());
    }
    WarmUp warmUp = WarmUp.of(pair, settings);
    cell.warmUp(warmUp);
    tell(contender, warmUp.toString());
  }

  private void measureThroughput() {
    for (int run = 1; run <= settings.runs(); run++) {
      cells.forEach(
          (pair, cell) -> {
            Throughput found = pair.throughput(settings.threads(), events(pair, settings));
            cell.add(found);
            tell(pair.contender(), found.toString());
          });
    }
  }

  private void measureLatency() {
    for (int run = 1; run <= settings.runs(); run++) {
      cells.forEach(
          (pair, cell) -> {
            measureLatency(pair, cell, HALF, cell.rate() / 2);
            settings.rates().stream()
                .filter(rate -> rate <= cell.rate())
                .forEach(rate -> measureLatency(pair, cell, pace(rate), rate));
          });
    }
  }

  private void measureLatency(Pair pair, Cell cell, String pace, double perSecond) {
    Latencies found =
        pair.latencies(settings.threads(), eventsIn(settings.paced(), perSecond), perSecond);
    cell.add(pace, found);
    tell(
        pair.contender(),
        "p50 %.1f, p95 %.1f, p99 %.1f ms at %.0f events/s"
            .formatted(found.p50(), found.p95(), found.p99(), perSecond));
  }

  /** At the end: a process that has just started is not warm. */
  private void measureStart() {
    for (int run = 1; run <= settings.runs(); run++) {
      cells.forEach(
          (pair, cell) -> {
            Duration found = pair.restartA();
            cell.add(found);
            tell(pair.contender(), "A ready after %,d ms".formatted(found.toMillis()));
          });
    }
  }

  private static int events(Pair pair, Settings settings) {
    return pair.contender().eventsOf(settings.events());
  }

  private static int eventsIn(Duration time, double perSecond) {
    return Math.max(2, (int) (time.toMillis() * perSecond / 1_000));
  }

  private void tell(Contender contender, String what) {
    System.out.printf("%s, %s: %s%n", database, contender.label(), what);
  }
}
