package dev.processsync.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** When B had committed each change of a run. */
public final class Applied {

  /** Seldom, because looking takes processor time of B, which is measured. */
  private static final long POLL_NANOS = 10_000_000;

  private final Map<String, Long> microsByChange = new ConcurrentHashMap<>();
  private final AtomicInteger repeated = new AtomicInteger();

  /** Called after the commit, once for each change. */
  public void add(String shortDescription) {
    if (microsByChange.putIfAbsent(shortDescription, Micros.now()) != null) {
      repeated.incrementAndGet();
    }
  }

  void clear() {
    microsByChange.clear();
    repeated.set(0);
  }

  /**
   * Waits until so many changes are applied, and tells when the last one was.
   *
   * @param stall how long nothing may happen before it gives up
   */
  long await(int changes, Duration stall) {
    int before = -1;
    long since = System.nanoTime();
    while (microsByChange.size() < changes && System.nanoTime() - since < stall.toNanos()) {
      if (microsByChange.size() != before) {
        before = microsByChange.size();
        since = System.nanoTime();
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    Map<String, Long> now = new HashMap<>(microsByChange);
    if (now.size() != changes || repeated.get() > 0) {
      throw new IllegalStateException(
          "%d of %d changes were applied, %d of them again"
              .formatted(now.size(), changes, repeated.get()));
    }
    return now.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  Map<String, Long> micros() {
    return microsByChange;
  }
}
