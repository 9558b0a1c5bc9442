package dev.processsync.queue.lane;

import dev.processsync.queue.QueueSlice;
import org.springframework.context.ConfigurableApplicationContext;

/** The same on PostgreSQL, where somebody has to tell the server that the time is over. */
class TimedTransactionOnPostgresTest extends TimedTransactionTest {

  @Override
  ConfigurableApplicationContext start() {
    return QueueSlice.onPostgres();
  }

  @Override
  String endless() {
    return "select pg_sleep(3600)";
  }

  @Override
  void needMoreTime() {
    sql().fetch("select pg_sleep(2)");
  }
}
