package dev.processsync.queue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.springframework.context.ConfigurableApplicationContext;

/** The same on PostgreSQL, which keeps no NUL in a text. */
class SettlingOnPostgresTest extends SettlingTest {

  private @Nullable EmbeddedPostgres postgres;

  @Override
  ConfigurableApplicationContext start() {
    try {
      EmbeddedPostgres started = EmbeddedPostgres.start();
      postgres = started;
      return QueueSlice.start(started.getJdbcUrl("postgres", "postgres"), "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  void stopDatabase() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }
}
