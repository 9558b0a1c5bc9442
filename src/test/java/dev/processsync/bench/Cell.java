package dev.processsync.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was measured of one row on one database. */
final class Cell {

  private final String database;
  private final String row;
  private final List<Double> rates = new ArrayList<>();
  private final List<Latencies> latencies = new ArrayList<>();
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

  void add(double rate) {
    rates.add(rate);
  }

  void add(Latencies of) {
    latencies.add(of);
  }

  /** Events in a second: the median of the runs. */
  double rate() {
    return median(rates);
  }

  double lowestRate() {
    return Collections.min(rates);
  }

  double highestRate() {
    return Collections.max(rates);
  }

  boolean isTimed() {
    return !latencies.isEmpty();
  }

  Latencies latencies() {
    return new Latencies(median(Latencies::p50), median(Latencies::p95), median(Latencies::p99));
  }

  private double median(ToDoubleFunction<Latencies> which) {
    return median(latencies.stream().map(which::applyAsDouble).toList());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
