package dev.processsync.bench;

import dev.processsync.bench.camel.CamelPair;
import dev.processsync.bench.floor.FloorPair;
import dev.processsync.bench.onejob.OneJobPair;
import dev.processsync.bench.ours.OursSide;

/** Who does the work. */
public enum Contender {
  OURS("ours", 1),
  /** Ours, with a million correlations and a hundred thousand processed entries from before. */
  LOADED("loaded", 1),
  /** Ours, changed by HTTP. */
  REST("rest", 1),
  CAMEL("camel", 1),
  ONE_JOB("one-job", 5),
  FLOOR("floor", 1);

  private final String label;
  private final int share;

  Contender(String label, int share) {
    this.label = label;
    this.share = share;
  }

  String label() {
    return label;
  }

  /** A slow one does a part of the events in a run, or it alone would take most of the time. */
  int eventsOf(int events) {
    return Math.max(2, events / share);
  }

  boolean isOurs() {
    return this == OURS || this == LOADED || this == REST;
  }

  /** Starts one side in this process. */
  Side open(SideStart start) throws Exception {
    return switch (this) {
      case OURS, LOADED, REST -> OursSide.open(start);
      case CAMEL -> CamelPair.open(start);
      case ONE_JOB -> OneJobPair.open(start);
      case FLOOR -> FloorPair.open(start);
    };
  }
}
