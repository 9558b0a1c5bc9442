package dev.processsync.queue.lane;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which lanes of a queue have work, and which this node is working. A turn takes all that wait, so
 * that what comes in small pieces from many sides is still done in large ones; a second worker
 * joins only when more lanes wait than a turn takes, or when polling finds that the others are
 * slow.
 */
final class LaneSchedule {

  /** More lanes at a time would only make a turn longer. */
  static final int AT_ONCE = 16;

  private final int mostWorkers;
  private final Set<Integer> waiting = new LinkedHashSet<>();
  private final Set<Integer> alone = new LinkedHashSet<>();
  private final Set<Integer> worked = new HashSet<>();
  private int workers;

  LaneSchedule(int mostWorkers) {
    this.mostWorkers = mostWorkers;
  }

  /**
   * A lane has work.
   *
   * @return whether a worker is to join
   */
  synchronized boolean signal(int lane) {
    waiting.add(lane);
    return (workers == 0 || waiting.size() > AT_ONCE) && join();
  }

  /** Whether a worker is to join because work still waits; asked when polling. */
  synchronized boolean needsHelp() {
    return isAnyFree() && join();
  }

  /**
   * The lanes that a worker works next, until it says that they are {@link #done}; empty if there
   * are none: it leaves.
   */
  synchronized Set<Integer> next() {
    Set<Integer> next = new HashSet<>();
    alone.stream().filter(this::isIdle).findFirst().ifPresent(next::add);
    if (next.isEmpty()) {
      waiting.stream().filter(this::isFree).limit(AT_ONCE).forEach(next::add);
    }
    if (next.isEmpty()) {
      workers--;
    }
    alone.removeAll(next);
    waiting.removeAll(next);
    worked.addAll(next);
    return next;
  }

  synchronized void done(Set<Integer> lanes) {
    worked.removeAll(lanes);
  }

  /** Something in one of these lanes fails: each is worked alone next, so that no other suffers. */
  synchronized void divide(Set<Integer> lanes) {
    alone.addAll(lanes);
  }

  /** A worker that was to join can't. */
  synchronized void left() {
    workers--;
  }

  private boolean join() {
    if (workers >= mostWorkers) {
      return false;
    }
    workers++;
    return true;
  }

  private boolean isAnyFree() {
    return waiting.stream().anyMatch(this::isFree) || alone.stream().anyMatch(this::isIdle);
  }

  private boolean isFree(Integer lane) {
    return isIdle(lane) && !alone.contains(lane);
  }

  private boolean isIdle(Integer lane) {
    return !worked.contains(lane);
  }
}
