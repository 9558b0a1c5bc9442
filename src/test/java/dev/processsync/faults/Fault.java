package dev.processsync.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Something that goes wrong for a while.
 *
 * @param after how long after the fault before it
 * @param side whose nodes suffer, or who can't be reached
 * @param node which of the side's nodes, if one
 */
record Fault(Duration after, Kind kind, SideName side, int node, Duration lasts) {

  enum Kind {
    KILL,
    KILL_BOTH,
    PAUSE,
    PAUSE_BOTH,
    REFUSE,
    RESET,
    SWALLOW,
    STALL
  }

  enum SideName {
    A,
    B
  }

  /** Half of it: after each, somebody else has to find out what was done and what was not. */
  private static final List<Kind> KILLS =
      List.of(Kind.KILL, Kind.KILL, Kind.KILL, Kind.KILL, Kind.KILL, Kind.KILL_BOTH);

  private static final List<Kind> OTHERS =
      List.of(Kind.PAUSE, Kind.PAUSE_BOTH, Kind.REFUSE, Kind.RESET, Kind.SWALLOW, Kind.STALL);

  /** The faults of a run: kills and others in turn. Every dozen has every kind, in any order. */
  static List<Fault> schedule(Settings settings) {
    Random random = new Random(settings.seed());
    List<Kind> kills = new ArrayList<>();
    List<Kind> others = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < settings.faults(); i++) {
      Kind kind = i % 2 == 0 ? next(kills, KILLS, random) : next(others, OTHERS, random);
      faults.add(
          new Fault(
              share(settings.interval(), 0.5, 1.5, random),
              kind,
              random.nextBoolean() ? SideName.A : SideName.B,
              random.nextInt(Side.NODES),
              share(settings.interval(), 0.1, 0.6, random)));
    }
    return faults;
  }

  private static Kind next(List<Kind> left, List<Kind> all, Random random) {
    if (left.isEmpty()) {
      left.addAll(all);
      Collections.shuffle(left, random);
    }
    return left.remove(0);
  }

  private static Duration share(Duration whole, double from, double to, Random random) {
    return Duration.ofMillis((long) (whole.toMillis() * random.nextDouble(from, to)));
  }

  @Override
  public String toString() {
    String which = kind == Kind.KILL || kind == Kind.PAUSE ? Integer.toString(node + 1) : "";
    return "%s %s%s for %.1f s".formatted(kind, side, which, lasts.toMillis() / 1000.0);
  }
}
