package dev.processsync.testing.slice;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.record.RecordChanged;
import dev.processsync.storage.Columns;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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

/** Records on a real database, with the rules of tasks, without engine, web and security. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JooqAutoConfiguration.class,
  FlywayAutoConfiguration.class
})
@ComponentScan(
    basePackages = {
      "dev.processsync.change",
      "dev.processsync.dictionary",
      "dev.processsync.database",
      "dev.processsync.storage",
      "dev.processsync.query",
      "dev.processsync.record",
      "dev.processsync.task"
    },
    excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
public class TableSlice {

  /** The moment at which every test takes place. */
  public static final String NOW = "2024-05-17 10:30:00";

  @Bean
  Clock clock() {
    return Clock.fixed(Instant.parse("2024-05-17T10:30:00Z"), ZoneOffset.UTC);
  }

  @Bean
  Heard heard() {
    return new Heard();
  }

  /** What was told about records, in order. */
  public static class Heard {
    private final List<RecordChanged> changes = new ArrayList<>();
    private boolean failing;

    @EventListener
    synchronized void on(RecordChanged change) {
      if (failing) {
        throw new IllegalStateException("a listener fails");
      }
      changes.add(change);
    }

    public synchronized List<RecordChanged> changes() {
      return List.copyOf(changes);
    }

    public synchronized void forget() {
      changes.clear();
    }

    public synchronized void fail(boolean fail) {
      failing = fail;
    }
  }

  /**
   * On a fresh H2 database in memory.
   *
   * @param dictionary where its tables are, beside the product's
   */
  public static ConfigurableApplicationContext start(String dictionary) {
    return start(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
        "sa",
        dictionary);
  }

  /** On a database of one's own, in the same way. */
  public static ConfigurableApplicationContext start(
      String url, String userName, String dictionary) {
    return new SpringApplicationBuilder(TableSlice.class)
        .web(WebApplicationType.NONE)
        .properties("logging.level.root=warn", "spring.main.banner-mode=off")
        .run(
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + userName,
            "--process-sync.dictionary=" + dictionary);
  }

  /** Deletes every record, past rights and rules. */
  public static void empty(ConfigurableApplicationContext context) {
    DSLContext sql = context.getBean(DSLContext.class);
    context
        .getBean(Dictionary.class)
        .tables()
        .forEach(table -> sql.deleteFrom(Columns.table(table)).execute());
  }
}
