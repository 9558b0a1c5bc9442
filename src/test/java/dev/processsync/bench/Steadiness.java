package dev.processsync.bench;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/** Whether a rate has stopped changing: the latest windows are near each other. */
final class Steadiness {

  private static final int WINDOWS = 3;
  private static final double APART = 0.05;

  private final Deque<Double> latest = new ArrayDeque<>();

  void add(double rate) {
    latest.add(rate);
    if (latest.size() > WINDOWS) {
      latest.remove();
    }
  }

  boolean isReached() {
    return latest.size() == WINDOWS
        && Collections.min(latest) >= Collections.max(latest) * (1 - APART);
  }
}
