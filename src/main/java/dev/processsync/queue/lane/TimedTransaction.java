package dev.processsync.queue.lane;

import dev.processsync.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction that flows run in: when the time of a flow is over, the statement under way is
 * cancelled, whoever made it, and none follows. Between statements the engine looks at the time.
 */
@Component
public class TimedTransaction {

  private static final Logger log = LoggerFactory.getLogger(TimedTransaction.class);

  private final PlatformTransactionManager transactions;
  private final DataSource database;
  private final Settings settings;

  TimedTransaction(
      PlatformTransactionManager transactions, DataSource database, Settings settings) {
    this.transactions = transactions;
    this.database = database;
    this.settings = settings;
  }

  <T> T execute(TransactionCallback<T> work) {
    return execute(settings.current().flowTimeLimit(), work);
  }

  /**
   * @param most how long it may take, in whole seconds; no longer than a flow may in any case
   */
  public <T> T execute(Duration most, TransactionCallback<T> work) {
    long limit = Math.min(most.toSeconds(), settings.current().flowTimeLimit().toSeconds());
    TransactionTemplate limited = new TransactionTemplate(transactions);
    limited.setTimeout(Math.toIntExact(limit));
    return Objects.requireNonNull(
        limited.execute(
            status -> {
              TransactionSynchronizationManager.registerSynchronization(
                  new TransactionSynchronization() {
                    @Override
                    public void beforeCompletion() {
                      liftLimit();
                    }
                  });
              return work.doInTransaction(status);
            }));
  }

  /** To H2 a statement's limit is its connection's, for whoever gets that from the pool next. */
  private void liftLimit() {
    Connection connection = DataSourceUtils.getConnection(database);
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(0);
    } catch (SQLException e) {
      log.debug("A connection is broken, so nobody will use it: {}", e.getMessage());
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }
}
