package dev.processsync.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's clock in microseconds since the epoch: the same for both processes. */
final class Micros {

  private Micros() {}

  static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
