package dev.processsync.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What people outside know was done: they were told so, or they looked and saw it. */
final class Journal {

  private final Map<Integer, Known> records = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();

  /**
   * @param sysId the incident on A
   * @param last the newest change that was made
   * @param resolved whether its copy on B was resolved
   */
  record Known(String sysId, Change last, boolean resolved) {}

  void made(Change change, String sysId) {
    records.put(change.record(), new Known(sysId, change, false));
    changes.incrementAndGet();
  }

  void resolved(int record) {
    records.computeIfPresent(
        record, (number, known) -> new Known(known.sysId(), known.last(), true));
  }

  void unanswered() {
    unanswered.incrementAndGet();
  }

  int changes() {
    return changes.get();
  }

  int unansweredRequests() {
    return unanswered.get();
  }

  Optional<Known> of(int record) {
    return Optional.ofNullable(records.get(record));
  }

  List<Known> all() {
    return records.values().stream()
        .sorted(Comparator.comparingInt(known -> known.last().record()))
        .toList();
  }
}
