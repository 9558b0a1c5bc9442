package dev.processsync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** As {@link QueueViewsTest}, on PostgreSQL. */
class QueueViewsOnPostgresTest extends QueueViewsTest {

  @Override
  ConfigurableApplicationContext start() {
    return QueueSlice.onPostgres();
  }

  @Test
  void whatWasProcessedIsReadFromTheIndexAlone() {
    assertThat(
            plan(
                "select remote_system, count(*), sum(processing_time), sum(time_in_queue)"
                    + " from process_sync.ih_sync_inbound_queue where status = 'processed'"
                    + " and processed_at >= now()::timestamp group by remote_system"))
        .contains("Index Only Scan")
        .contains("ix_ih_sync_inbound_queue_processed");
  }

  @Test
  void whatNeverLeftIsFoundByItsRecord() {
    assertThat(
            plan(
                "select sys_id from process_sync.ih_sync_outbound_queue where local_record = 'it'"
                    + " and local_correlation_id is null and sequence < 9 order by sequence desc"))
        .contains("ix_ih_sync_outbound_queue_unsent");
  }

  private String plan(String question) {
    return sql.transactionResult(
        inside -> {
          // A test's table is too small for the planner to bother with an index otherwise.
          inside.dsl().execute("set local enable_seqscan = off");
          inside.dsl().execute("set local enable_bitmapscan = off");
          return inside.dsl().fetch("explain " + question).format();
        });
  }
}
