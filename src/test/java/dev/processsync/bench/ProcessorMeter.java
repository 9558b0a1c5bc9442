package dev.processsync.bench;

import java.time.Duration;
import java.util.Map;

/** Measures the processor time of a pair's processes from when it is started. */
final class ProcessorMeter {

  private final Pair pair;
  private final Duration usedByA;
  private final Duration usedByB;
  private final ServerTime usedByServer;

  private ProcessorMeter(Pair pair) {
    this.pair = pair;
    this.usedByA = pair.a().processorTime();
    this.usedByB = pair.b().processorTime();
    this.usedByServer = pair.server().processorTime();
  }

  static ProcessorMeter start(Pair pair) {
    return new ProcessorMeter(pair);
  }

  ProcessorTime stop() {
    Map<String, Duration> databases = pair.server().processorTime().since(usedByServer);
    return new ProcessorTime(
        millis(pair.a().processorTime().minus(usedByA)),
        millis(databases.getOrDefault(pair.databaseOfA().name(), Duration.ZERO)),
        millis(pair.b().processorTime().minus(usedByB)),
        millis(databases.getOrDefault(pair.databaseOfB().name(), Duration.ZERO)),
        millis(databases.getOrDefault(ServerTime.EVERYBODY, Duration.ZERO)),
        pair.server().isApart());
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1_000_000.0;
  }
}
