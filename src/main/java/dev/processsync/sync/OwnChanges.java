package dev.processsync.sync;

import dev.processsync.table.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction that changed definitions sees: its own changes, which are nobody else's
 * business before it commits. Bound to the transaction's thread.
 */
final class OwnChanges implements TransactionSynchronization {

  private final Object key;
  private final Runnable committed;
  private @Nullable Snapshot snapshot;

  OwnChanges(Object key, Runnable committed) {
    this.key = key;
    this.committed = committed;
  }

  Snapshot snapshot(Records records) {
    Snapshot seen = snapshot;
    if (seen == null) {
      seen = Snapshot.read(records);
      snapshot = seen;
    }
    return seen;
  }

  void changed() {
    snapshot = null;
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(key);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(key, this);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public void afterCommit() {
    TransactionSynchronizationManager.unbindResourceIfPossible(key);
    committed.run();
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(key);
  }
}
