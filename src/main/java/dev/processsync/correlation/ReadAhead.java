package dev.processsync.correlation;

import dev.processsync.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a transaction with many flows needs of correlations: those that its flows will ask for are
 * read in one statement, those that they create are written in one before the commit.
 */
final class ReadAhead implements UnitOfWork.Part {

  private static final UnitOfWork.Key<ReadAhead> KEY = new UnitOfWork.Key<>();

  private record Pair(String remoteSystem, String id) {}

  /** That it was read whether there is one. */
  record Known(Optional<Correlation> correlation) {}

  private final Consumer<List<Correlation>> write;
  private final Map<Pair, Known> byRecord = new HashMap<>();
  private final Map<Pair, Known> byLocalId = new HashMap<>();
  private final List<Correlation> created = new ArrayList<>();

  private ReadAhead(Consumer<List<Correlation>> write) {
    this.write = write;
  }

  /** The current transaction's, empty if it reads as it goes. */
  static Optional<ReadAhead> current() {
    return UnitOfWork.find(KEY);
  }

  /**
   * The current transaction's, from now on.
   *
   * @param write inserts many correlations
   */
  static ReadAhead start(Consumer<List<Correlation>> write) {
    return UnitOfWork.required().part(KEY, () -> new ReadAhead(write));
  }

  /** Those of these records of which it is not known whether there is one; it is from now on. */
  Set<String> unreadRecords(String remoteSystem, Set<String> records) {
    return unread(byRecord, remoteSystem, records);
  }

  /** As {@link #unreadRecords}, by local ids. */
  Set<String> unreadLocalIds(String remoteSystem, Set<String> localIds) {
    return unread(byLocalId, remoteSystem, localIds);
  }

  private static Set<String> unread(
      Map<Pair, Known> known, String remoteSystem, Set<String> wanted) {
    return wanted.stream()
        .filter(
            id ->
                known.putIfAbsent(new Pair(remoteSystem, id), new Known(Optional.empty())) == null)
        .collect(Collectors.toSet());
  }

  /** Empty if it was not read ahead whether there is one. */
  Optional<Known> byRecord(String remoteSystem, String record) {
    return Optional.ofNullable(byRecord.get(new Pair(remoteSystem, record)));
  }

  /** Empty if it was not read ahead whether there is one. */
  Optional<Known> byLocalId(String remoteSystem, String localId) {
    return Optional.ofNullable(byLocalId.get(new Pair(remoteSystem, localId)));
  }

  /** A new one, to be written before the commit. */
  void create(Correlation correlation) {
    created.add(correlation);
    know(correlation);
  }

  /** As it is now. */
  void know(Correlation correlation) {
    Known known = new Known(Optional.of(correlation));
    String remoteSystem = correlation.remoteSystem();
    byRecord.put(new Pair(remoteSystem, correlation.localRecord()), known);
    byLocalId.put(new Pair(remoteSystem, correlation.localCorrelationId()), known);
  }

  /** Those of a record that are known, as they are now. */
  void change(String record, UnaryOperator<Correlation> now) {
    List.copyOf(byRecord.values()).stream()
        .flatMap(known -> known.correlation().stream())
        .filter(correlation -> correlation.localRecord().equals(record))
        .forEach(correlation -> know(now.apply(correlation)));
  }

  /** Those that were created, so that statements find them. */
  @Override
  public void write() {
    if (!created.isEmpty()) {
      List<Correlation> now = List.copyOf(created);
      created.clear();
      write.accept(now);
    }
  }
}
