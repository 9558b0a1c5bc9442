package dev.processsync.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.OnPostgres;
import dev.processsync.queue.EntryRows;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Receiving and applying as in {@link MessagesTest}, on PostgreSQL. */
@Import(OnPostgres.class)
@DirtiesContext
class MessagesOnPostgresTest extends MessagesTest {

  private static final String WAITING = "select 1 from pg_locks where not granted";

  @Test
  void theDatabaseIsPostgres(@Autowired DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
    }
  }

  @Test
  void twoRequestsWithTheSameMessagesInOtherOrdersAreBothAnswered(
      @Autowired DSLContext sql, @Autowired TransactionTemplate transaction) throws Exception {
    ObjectNode first = message();
    ObjectNode second = message().put("local_correlation_id", "local-2");
    List<CompletableFuture<HttpResponse<String>>> answer = new ArrayList<>();

    transaction.executeWithoutResult(
        status -> {
          // The request is the one of the two that PostgreSQL ends.
          sql.execute("set local deadlock_timeout = '1min'");
          insert(sql, second);
          answer.add(CompletableFuture.supplyAsync(() -> postUnchecked(List.of(first, second))));
          Awaitility.await()
              .pollInterval(Duration.ofMillis(20))
              .until(() -> sql.fetch(WAITING).isNotEmpty());
          insert(sql, first);
        });

    assertThat(answer.get(0).get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(answer.get(0).get().body()).findValuesAsText("status"))
        .containsExactly("duplicate", "duplicate");
    assertThat(inboundEntries()).hasSize(2);
  }

  private static void insert(DSLContext sql, ObjectNode message) {
    String entry =
        new EntryRows(sql, Clock.systemUTC())
            .insert(
                "ih_sync_inbound_queue",
                message.path("local_correlation_id").asText(),
                "processed",
                "done",
                Duration.ZERO);
    sql.execute(
        "update process_sync.ih_sync_inbound_queue set message_id = ?, remote_system = ? where sys_id = ?",
        message.path("message_id").asText(),
        message.path("remote_system").asText(),
        entry);
  }
}
