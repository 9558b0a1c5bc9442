package dev.processsync.sync;

import dev.processsync.table.Records;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The newest {@link Snapshot}, read again after every commit that changed a definition here, and
 * every {@link #REFRESH} for what other nodes changed.
 *
 * <p>Nobody ever waits for another's reading: a thread may hold the connection that the other
 * needs.
 */
@Component
final class Snapshots {

  /** How old an answer may be, by what happens on other nodes. */
  static final Duration REFRESH = Duration.ofSeconds(2);

  private final Records records;
  private final Clock clock;

  /** Counts the commits that changed a definition: a snapshot of an earlier count is worthless. */
  private final AtomicLong commits = new AtomicLong();

  private final AtomicBoolean refreshing = new AtomicBoolean();
  private volatile @Nullable Read latest;

  Snapshots(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  private record Read(Snapshot snapshot, long commits, long millis) {}

  /** As the current transaction sees it if that changed a definition, else as it was committed. */
  Snapshot current() {
    if (TransactionSynchronizationManager.getResource(this) instanceof OwnChanges own) {
      return own.snapshot(records);
    }
    Read read = latest;
    if (read == null || read.commits() != commits.get()) {
      return read();
    }
    boolean aged = Math.abs(clock.millis() - read.millis()) >= REFRESH.toMillis();
    if (aged && refreshing.compareAndSet(false, true)) {
      try {
        return read();
      } finally {
        refreshing.set(false);
      }
    }
    return read.snapshot();
  }

  /**
   * The current transaction changes definitions: what it reads from now on is its own business.
   * Must be told before the change and after it, ahead of everyone who may ask.
   */
  void changing() {
    if (TransactionSynchronizationManager.getResource(this) instanceof OwnChanges own) {
      own.changed();
      return;
    }
    OwnChanges own = new OwnChanges(this, commits::incrementAndGet);
    TransactionSynchronizationManager.registerSynchronization(own);
    own.resume();
  }

  private Snapshot read() {
    long count = commits.get();
    long millis = clock.millis();
    Snapshot snapshot = Snapshot.read(records);
    latest = new Read(snapshot, count, millis);
    return snapshot;
  }
}
