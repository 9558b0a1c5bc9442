package dev.processsync.settings;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Marks a transaction that changed properties, and tells of them when they count. */
final class UntilCommitted implements TransactionSynchronization {

  private final Object key;
  private final Runnable committed;

  /**
   * @param key what the transaction is marked with
   */
  UntilCommitted(Object key, Runnable committed) {
    this.key = key;
    this.committed = committed;
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(key);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(key, this);
  }

  /** Ahead of everyone who may act on the new values after the commit. */
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
