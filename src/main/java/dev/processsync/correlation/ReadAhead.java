package dev.processsync.correlation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction with many flows needs of correlations: those that its flows will ask for are
 * read in one statement, those that they create are written in one before the commit. Bound to the
 * transaction's thread.
 */
final class ReadAhead implements TransactionSynchronization {

  private record Key(String remoteSystem, String id) {}

  private final Consumer<List<Correlation>> write;
  private final Map<Key, Optional<Correlation>> byRecord = new HashMap<>();
  private final Map<Key, Optional<Correlation>> byLocalId = new HashMap<>();
  private final List<Correlation> created = new ArrayList<>();

  private ReadAhead(Consumer<List<Correlation>> write) {
    this.write = write;
  }

  /** The current transaction's, null if it reads as it goes. */
  static @Nullable ReadAhead current() {
    return (ReadAhead) TransactionSynchronizationManager.getResource(ReadAhead.class);
  }

  /**
   * The current transaction's, from now on.
   *
   * @param write inserts many correlations
   */
  static ReadAhead start(Consumer<List<Correlation>> write) {
    ReadAhead known = current();
    if (known != null) {
      return known;
    }
    ReadAhead started = new ReadAhead(write);
    started.resume();
    TransactionSynchronizationManager.registerSynchronization(started);
    return started;
  }

  void readRecord(String remoteSystem, String record, @Nullable Correlation found) {
    byRecord.put(new Key(remoteSystem, record), Optional.ofNullable(found));
  }

  void readLocalId(String remoteSystem, String localId, @Nullable Correlation found) {
    byLocalId.put(new Key(remoteSystem, localId), Optional.ofNullable(found));
  }

  /** Null if it was not read ahead whether there is one. */
  @Nullable Optional<Correlation> byRecord(String remoteSystem, String record) {
    return byRecord.get(new Key(remoteSystem, record));
  }

  /** Null if it was not read ahead whether there is one. */
  @Nullable Optional<Correlation> byLocalId(String remoteSystem, String localId) {
    return byLocalId.get(new Key(remoteSystem, localId));
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

  /** Writes those that were created, so that statements find them. */
  void writeCreated() {
    if (!created.isEmpty()) {
      List<Correlation> now = List.copyOf(created);
      created.clear();
      write.accept(now);
    }
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    writeCreated();
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(ReadAhead.class);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(ReadAhead.class, this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(ReadAhead.class);
  }
}
