package dev.processsync.bench;

import java.util.Locale;

/**
 * What a run did.
 *
 * @param rate events in a second
 * @param perEvent processor time of an event
 */
record Throughput(double rate, ProcessorTime perEvent) {

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f events/s, an event takes %s", rate, perEvent);
  }
}
