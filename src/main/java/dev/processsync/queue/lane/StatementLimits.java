package dev.processsync.queue.lane;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Ends the statements of a transaction whose time is over. One watch for all of a transaction's
 * statements: JDBC's own limit makes PostgreSQL's driver set and clear an alarm for each statement,
 * which cost more of the processor than the engine's share of a flow.
 */
@Component
class StatementLimits implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(StatementLimits.class);

  /** How long a statement may run that was begun when the time was over already. */
  private static final long AGAIN_MS = 200;

  private final ScheduledThreadPoolExecutor watch;

  StatementLimits() {
    watch =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "statement-limits");
              thread.setDaemon(true);
              return thread;
            });
    watch.setRemoveOnCancelPolicy(true);
  }

  /** A limit on what a connection runs, until it is lifted: before the commit. */
  interface Limit {

    void lift();
  }

  Limit set(Connection connection, Duration limit) {
    try {
      return connection.isWrapperFor(PGConnection.class)
          ? new Watched(connection.unwrap(PGConnection.class), limit)
          : new OfConnection(connection, limit);
    } catch (SQLException e) {
      throw new IllegalStateException("The connection takes no limit of time", e);
    }
  }

  /** Cancels what runs when the time is over, and again until the limit is lifted. */
  private final class Watched implements Limit {

    private final PGConnection connection;
    private final Future<?> alarm;
    private boolean lifted;

    Watched(PGConnection connection, Duration limit) {
      this.connection = connection;
      this.alarm =
          watch.scheduleWithFixedDelay(
              this::cancel, limit.toMillis(), AGAIN_MS, TimeUnit.MILLISECONDS);
    }

    private synchronized void cancel() {
      if (lifted) {
        return;
      }
      try {
        connection.cancelQuery();
      } catch (SQLException e) {
        log.debug("A statement could not be cancelled: {}", e.getMessage());
      }
    }

    /** Waits for a cancellation under way, which must not meet the connection's next user. */
    @Override
    public synchronized void lift() {
      lifted = true;
      alarm.cancel(false);
    }
  }

  /** To H2 a statement's limit is its connection's, for whoever gets that from the pool next. */
  private record OfConnection(Connection connection) implements Limit {

    OfConnection(Connection connection, Duration limit) throws SQLException {
      this(connection);
      set(Math.toIntExact(Math.max(1, limit.toSeconds())));
    }

    @Override
    public void lift() {
      try {
        set(0);
      } catch (SQLException e) {
        log.debug("A connection is broken, so nobody will use it: {}", e.getMessage());
      }
    }

    private void set(int seconds) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(seconds);
      }
    }
  }

  @Override
  public void destroy() {
    watch.shutdownNow();
  }
}
