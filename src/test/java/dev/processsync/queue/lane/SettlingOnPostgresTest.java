package dev.processsync.queue.lane;

import dev.processsync.queue.QueueSlice;
import org.springframework.context.ConfigurableApplicationContext;

/** The same on PostgreSQL, which keeps no NUL in a text. */
class SettlingOnPostgresTest extends SettlingTest {

  @Override
  ConfigurableApplicationContext start() {
    return QueueSlice.onPostgres();
  }
}
