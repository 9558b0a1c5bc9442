package dev.processsync.bench;

import java.util.Map;
import java.util.Objects;

/** How long changes took from when they were due on A to their commit on B, in milliseconds. */
record Latencies(double p50, double p95, double p99) {

  static Latencies between(Map<String, Long> dueMicros, Map<String, Long> appliedMicros) {
    double[] sorted =
        dueMicros.entrySet().stream()
            .mapToDouble(
                due ->
                    (Objects.requireNonNull(appliedMicros.get(due.getKey()), due.getKey())
                            - due.getValue())
                        / 1_000.0)
            .sorted()
            .toArray();
    return new Latencies(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99));
  }

  private static double at(double[] sorted, double part) {
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
  }
}
