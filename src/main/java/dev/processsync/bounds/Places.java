package dev.processsync.bounds;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** So many places for each caller; who has none waits for nobody and is remembered by nobody. */
final class Places {

  private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();
  private final int each;

  Places(int each) {
    this.each = each;
  }

  /** Takes one of the caller's places; false if all are taken. */
  boolean take(String caller) {
    boolean[] took = new boolean[1];
    taken.compute(
        caller,
        (name, now) -> {
          int before = now == null ? 0 : now;
          took[0] = before < each;
          return took[0] ? before + 1 : before;
        });
    return took[0];
  }

  void leave(String caller) {
    taken.computeIfPresent(caller, (name, now) -> now == 1 ? null : now - 1);
  }
}
