package dev.processsync.tableapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.dictionary.SysId;
import dev.processsync.queue.EntryRows;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists of records with long texts. */
@InstanceTest
class LongTextsTest {

  private static final String QUEUE = "ih_sync_inbound_queue";
  private static final int LENGTH = 990_000;

  @LocalServerPort int port;
  @Autowired DSLContext sql;
  @Autowired Clock clock;

  private ApiClient admin;
  private String record;

  @BeforeEach
  void setUp() {
    admin = ApiClient.admin(port);
    record = SysId.next();
  }

  private void insert(int entries) {
    EntryRows rows = new EntryRows(sql, clock);
    for (int i = 0; i < entries; i++) {
      String id = rows.insert(QUEUE, record, "processed", "done", Duration.ZERO);
      sql.execute(
          "update process_sync.ih_sync_inbound_queue set payload = repeat('x', ?) where sys_id = ?",
          LENGTH,
          id);
    }
  }

  private Answer list(String parameters) {
    return admin.get(
        "/api/now/table/%s?sysparm_query=local_correlation_id=%s%s"
            .formatted(QUEUE, record, parameters));
  }

  @Test
  void aListLeavesThemOutUnlessItIsAskedForThem() {
    insert(2);

    assertThat(list("").result()).hasSize(2).allMatch(entry -> !entry.has("payload"));
    assertThat(list("&sysparm_fields=sys_id,payload").result())
        .hasSize(2)
        .allMatch(entry -> entry.path("payload").asText().length() == LENGTH);
    String id = list("").result().path(0).path("sys_id").asText();
    assertThat(
            admin
                .get("/api/now/table/" + QUEUE + "/" + id)
                .result()
                .path("payload")
                .asText()
                .length())
        .as("one record has all")
        .isEqualTo(LENGTH);
  }

  @Test
  void aListWithMoreTextThanFitsIntoMemoryIsRefusedInWords() {
    insert((int) (Runtime.getRuntime().maxMemory() / 32 / LENGTH) + 2);

    Answer tooMuch = list("&sysparm_fields=sys_id,payload");

    assertThat(tooMuch.status()).isEqualTo(400);
    assertThat(tooMuch.detail()).contains("ask for fewer at a time (sysparm_limit)");
    assertThat(list("&sysparm_fields=payload&sysparm_limit=2").result()).hasSize(2);
    assertThat(list("").status()).isEqualTo(200);
    sql.execute(
        "delete from process_sync.ih_sync_inbound_queue where local_correlation_id = ?", record);
  }
}
