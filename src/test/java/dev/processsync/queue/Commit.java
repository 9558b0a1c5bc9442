package dev.processsync.queue;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is to happen around the commit of the current transaction, if it comes to one. */
final class Commit {

  private Commit() {}

  static void before(Runnable act) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            act.run();
          }
        });
  }

  static void after(Runnable act) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            act.run();
          }
        });
  }
}
