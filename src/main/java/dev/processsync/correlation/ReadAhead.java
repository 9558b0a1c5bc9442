package dev.processsync.correlation;

import dev.processsync.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  void readRecord(String remoteSystem, String record, @Nullable Correlation found) {
    byRecord.put(new Pair(remoteSystem, record), new Known(Optional.ofNullable(found)));
  }

  void readLocalId(String remoteSystem, String localId, @Nullable Correlation found) {
    byLocalId.put(new Pair(remoteSystem, localId), new Known(Optional.ofNullable(found)));
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
    readRecord(correlation.remoteSystem(), correlation.localRecord(), correlation);
    readLocalId(correlation.remoteSystem(), correlation.localCorrelationId(), correlation);
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
