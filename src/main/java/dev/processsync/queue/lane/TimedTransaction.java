package dev.processsync.queue.lane;

import dev.processsync.settings.Settings;
import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction that flows run in: when the time of a flow is over, the statement under way is
 * cancelled, whoever made it, and nothing of it is kept. Between statements the engine looks at the
 * time.
 */
@Component
public class TimedTransaction {

  private final TransactionTemplate transaction;
  private final DataSource database;
  private final StatementLimits limits;
  private final Settings settings;

  TimedTransaction(
      PlatformTransactionManager transactions,
      DataSource database,
      StatementLimits limits,
      Settings settings) {
    this.transaction = new TransactionTemplate(transactions);
    this.database = database;
    this.limits = limits;
    this.settings = settings;
  }

  <T> T execute(TransactionCallback<T> work) {
    return execute(settings.current().flowTimeLimit(), work);
  }

  /**
   * @param most how long it may take, in whole seconds; no longer than a flow may in any case
   * @throws TransactionTimedOutException if it took longer
   */
  public <T> T execute(Duration most, TransactionCallback<T> work) {
    Duration ofFlows = settings.current().flowTimeLimit();
    Duration limit = most.compareTo(ofFlows) < 0 ? most : ofFlows;
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              long begun = System.nanoTime();
              limit(limit);
              T result = work.doInTransaction(status);
              if (System.nanoTime() - begun > limit.toNanos()) {
                throw new TransactionTimedOutException(
                    "It took longer than " + limit.toSeconds() + " s");
              }
              return result;
            }));
  }

  private void limit(Duration time) {
    Connection connection = DataSourceUtils.getConnection(database);
    StatementLimits.Limit limit = limits.set(connection, time);
    DataSourceUtils.releaseConnection(connection, database); // It stays the transaction's.
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCompletion() {
            limit.lift();
          }
        });
  }
}
