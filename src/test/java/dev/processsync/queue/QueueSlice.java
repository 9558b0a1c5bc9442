package dev.processsync.queue;

import dev.processsync.MovableClock;
import dev.processsync.Postgres;
import dev.processsync.change.HybridClock;
import dev.processsync.database.StartTurn;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.query.QuerySql;
import dev.processsync.queue.entry.EntryReleased;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.lane.LaneWorkers;
import dev.processsync.record.Records;
import dev.processsync.settings.Settings;
import dev.processsync.storage.RecordStorage;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jooq.JooqAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;

/** The queues on a real database, worked by nobody but the test: nothing happens by itself. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JooqAutoConfiguration.class,
  FlywayAutoConfiguration.class
})
@ComponentScan(
    basePackageClasses = {
      HybridClock.class,
      OutboundQueue.class,
      Dictionary.class,
      StartTurn.class,
      RecordStorage.class,
      QuerySql.class,
      Records.class,
      Settings.class
    },
    excludeFilters = {
      @ComponentScan.Filter(
          type = FilterType.ASSIGNABLE_TYPE,
          classes = {LaneWorkers.class, FlowsOnArrival.class, FlowsOnCapture.class}),
      @ComponentScan.Filter(
          type = FilterType.REGEX,
          pattern = {"dev\\.processsync\\.queue\\.api\\..*", ".*(Test|Slice)(\\$.*)?"})
    })
public class QueueSlice {

  static final String H2 =
      "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

  @Bean
  MovableClock clock() {
    return new MovableClock(Instant.parse("2024-05-17T10:30:00Z"));
  }

  @Bean
  Released released() {
    return new Released();
  }

  /** Passes on what administrators decide to whoever pretends to be the engine. */
  static final class Released {

    private PretendedEngine engine = new PretendedEngine();

    void to(PretendedEngine pretended) {
      engine = pretended;
    }

    @EventListener
    void on(EntryReleased release) {
      engine.released(release);
    }
  }

  public static ConfigurableApplicationContext onH2() {
    return start(H2.formatted(UUID.randomUUID()), "sa");
  }

  public static ConfigurableApplicationContext onPostgres() {
    return start(Postgres.newDatabase(), Postgres.USER);
  }

  static ConfigurableApplicationContext start(String url, String userName) {
    return new SpringApplicationBuilder(QueueSlice.class)
        .web(WebApplicationType.NONE)
        .properties(
            "logging.level.root=warn",
            "logging.level.dev.processsync.queue=error",
            // Messages that come twice in the same moment are what these tests are about.
            "logging.level.org.springframework.boot.autoconfigure.jooq=off",
            "spring.main.banner-mode=off")
        .run("--spring.datasource.url=" + url, "--spring.datasource.username=" + userName);
  }

  /** An empty queue for the next try. */
  public static void empty(DSLContext sql) {
    sql.deleteFrom(QueueColumns.table(Queue.OUTBOUND)).execute();
    sql.deleteFrom(QueueColumns.table(Queue.INBOUND)).execute();
    sql.execute("delete from process_sync.transmit_turn");
  }
}
