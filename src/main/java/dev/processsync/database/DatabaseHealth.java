package dev.processsync.database;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether the database keeps what it is given: it may go on to answer questions when it can no
 * longer write. Asked about once a second at most, however often health is looked at, and never
 * waited for longer than {@link #PATIENCE}.
 */
public final class DatabaseHealth implements HealthIndicator, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(DatabaseHealth.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final DSLContext sql;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread named = new Thread(task, "database-health");
            named.setDaemon(true);
            return named;
          });
  private @Nullable Future<?> asked;
  private @Nullable Health last;
  private long lastNanos;

  public DatabaseHealth(DSLContext sql, PlatformTransactionManager transactions, Clock clock) {
    this.sql = sql;
    this.clock = clock;
    // Without a limit of its own: H2 would keep it for whoever has the connection next.
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public synchronized Health health() {
    Health known = last;
    if (known != null && System.nanoTime() - lastNanos < FRESH_NANOS) {
      return known;
    }
    Health now = ask();
    last = now;
    lastNanos = System.nanoTime();
    return now;
  }

  private Health ask() {
    Future<?> running = asked;
    if (running == null || running.isDone()) {
      running = thread.submit(this::writeAndRead);
      asked = running;
    }
    try {
      running.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return Health.up().build();
    } catch (TimeoutException stillRunning) {
      log.warn("The database has not written and read within {} s", PATIENCE.toSeconds());
      return Health.down().build();
    } catch (ExecutionException e) {
      log.warn("The database can't be written and read", e.getCause());
      return Health.down().build();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Health.down().build();
    }
  }

  private void writeAndRead() {
    transaction.executeWithoutResult(
        status -> {
          long written = clock.millis();
          sql.execute("update process_sync.health_check set written_ms = ? where id = 1", written);
          Long read =
              sql.fetchSingle("select written_ms from process_sync.health_check where id = 1")
                  .get(0, Long.class);
          if (read != written) {
            throw new IllegalStateException("the database gave back " + read + " for " + written);
          }
        });
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
