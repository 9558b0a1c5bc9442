package dev.processsync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.queue.entry.NewOutboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.Stage;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PostgreSQL plans by what it last counted, which may be that nothing waits; then a million entries
 * arrive while the other side is down.
 */
class EntryByIdOnPostgresTest {

  private static ConfigurableApplicationContext context;
  private static DSLContext sql;

  @BeforeAll
  static void nothingWaitsWhenPostgresCounts() {
    context = QueueSlice.onPostgres();
    sql = context.getBean(DSLContext.class);
    OutboundQueue queue = context.getBean(OutboundQueue.class);
    context
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              for (int i = 0; i < 3_000; i++) {
                queue.add(
                    new NewOutboundEntry(
                        "event",
                        Operation.UPDATE,
                        "remote",
                        "capture",
                        "incident",
                        "record " + i,
                        "{}",
                        "admin",
                        Origin.HERE));
              }
            });
    sql.execute(
        "update process_sync.ih_sync_outbound_queue set status = 'processed', stage = 'done'");
    sql.execute("vacuum analyze process_sync.ih_sync_outbound_queue");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"FLOW", "TRANSMIT"})
  void anEntryIsFoundByItsIdAlone(Stage stage) {
    assertThat(plan(QueueColumns.isStillReadyFor(stage)))
        .contains("ih_sync_outbound_queue_pkey")
        .doesNotContain("ix_ih_sync_outbound_queue");
  }

  @Test
  void theConditionOfThoseThatWaitWouldHaveAllOfThemRead() {
    assertThat(plan(QueueColumns.isReadyFor(Stage.FLOW)))
        .contains("ix_ih_sync_outbound_queue_flow");
  }

  @Test
  void whatHasNoFinalReceiptIsFoundWithoutReadingAllThatWasSent() {
    String plan =
        String.join(
            "\n",
            sql.fetch(
                    "explain select sys_id from process_sync.ih_sync_outbound_queue where receipt = 'error'")
                .getValues(0, String.class));

    assertThat(plan).contains("ix_ih_sync_outbound_queue_open");
  }

  private static String plan(Condition stillWaits) {
    return String.join(
        "\n",
        sql.fetch(
                "explain "
                    + sql.renderInlined(
                        sql.selectOne()
                            .from(QueueColumns.table(Queue.OUTBOUND))
                            .where(QueueColumns.SYS_ID.eq("an entry"))
                            .and(stillWaits)))
            .getValues(0, String.class));
  }
}
