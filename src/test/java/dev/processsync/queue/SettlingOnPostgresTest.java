package dev.processsync.queue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.springframework.context.ConfigurableApplicationContext;

/** The same on PostgreSQL, which keeps no NUL in a text. */
class SettlingOnPostgresTest extends SettlingTest {

  private EmbeddedPostgres postgres;

  @Override
  ConfigurableApplicationContext start() {
    try {
      postgres = EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return QueueSlice.start(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
  }

  @AfterAll
  void stopDatabase() throws IOException {
    postgres.close();
  }
}
