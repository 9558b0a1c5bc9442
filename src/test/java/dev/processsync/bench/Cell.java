package dev.processsync.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What was measured of one row on one database. */
final class Cell {

  private final String database;
  private final String row;
  private final List<Throughput> throughputs = new ArrayList<>();
  private final Map<String, List<Latencies>> latencies = new LinkedHashMap<>();
  private final List<Double> millisToReady = new ArrayList<>();
  private boolean steady = true;
  private String remark = "";

  Cell(String database, String row) {
    this.database = database;
    this.row = row;
  }

  String database() {
    return database;
  }

  String row() {
    return row;
  }

  String remark() {
    return remark;
  }

  void remark(String text) {
    remark = text;
  }

  void warmUp(WarmUp how) {
    steady = how.steady();
  }

  boolean isSteady() {
    return steady;
  }

  /** How long a start took. */
  void add(Duration startToReady) {
    millisToReady.add((double) startToReady.toMillis());
  }

  OptionalDouble millisToReady() {
    return millisToReady.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(median(millisToReady));
  }

  void add(Throughput of) {
    throughputs.add(of);
  }

  /**
   * @param pace how fast changes came meanwhile
   */
  void add(String pace, Latencies of) {
    latencies.computeIfAbsent(pace, first -> new ArrayList<>()).add(of);
  }

  boolean hasWorked() {
    return !throughputs.isEmpty();
  }

  /** Events in a second: the median of the runs. */
  double rate() {
    return median(rates());
  }

  double lowestRate() {
    return Collections.min(rates());
  }

  double highestRate() {
    return Collections.max(rates());
  }

  private List<Double> rates() {
    return throughputs.stream().map(Throughput::rate).toList();
  }

  /** Processor time of an event. */
  ProcessorTime perEvent() {
    return ProcessorTime.median(throughputs.stream().map(Throughput::perEvent).toList());
  }

  Optional<Latencies> latencies(String pace) {
    List<Latencies> runs = latencies.getOrDefault(pace, List.of());
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Latencies(
                median(runs, Latencies::p50),
                median(runs, Latencies::p95),
                median(runs, Latencies::p99)));
  }

  private static double median(List<Latencies> runs, ToDoubleFunction<Latencies> which) {
    return median(runs.stream().map(which::applyAsDouble).toList());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
