package dev.processsync.queue.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Records;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An entry of an event that was chosen wrongly goes on as one of another event. */
@InstanceTest
class OtherEventTest {

  private static final String INBOUND = WrongEventEntry.INBOUND;

  @Autowired private Records records;
  @Autowired private DSLContext sql;

  private final ApiClient admin;
  private TableRecord system;
  private TableRecord wrong;
  private TableRecord right;
  private String entry = "";

  OtherEventTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
  }

  @BeforeEach
  void aMessageOfAnEventThatHasNoFlow() {
    WrongEventEntry wrongly = WrongEventEntry.in(records, sql);
    system = wrongly.system();
    wrong = wrongly.wrong();
    right = wrongly.right();
    entry = wrongly.sysId();
  }

  @Test
  void setToTheRightEventAndReadyItIsProcessed() {

    Answer pointed =
        patch("{\"process_event\":\"%s\",\"status\":\"ready\"}".formatted(right.sysId()));

    assertThat(pointed.status()).as(pointed.detail()).isEqualTo(200);
    awaitStatus("processed");
    assertThat(theEntry().path("process_event").path("value").asText()).isEqualTo(right.sysId());
  }

  @Test
  void anErrorTextLeavesWithTheErrorWhenItIsSetReady() {
    assertThat(theEntry().path("error_info").asText()).contains("There is no inbound flow");

    Answer ready =
        patch("{\"process_event\":\"%s\",\"status\":\"ready\"}".formatted(right.sysId()));

    assertThat(ready.result().path("error_info").asText()).isEmpty();
    awaitStatus("processed");
    assertThat(theEntry().path("error_info").asText()).isEmpty();
  }

  @Test
  void aFlowThatFailedInTheEngineBeginsAnewWithTheOtherEvent() {
    sql.execute(
        "update process_sync."
            + INBOUND
            + " set stage = 'engine', flow_context = 'gone' where sys_id = '"
            + entry
            + "'");

    Answer pointed = patch("{\"process_event\":\"%s\"}".formatted(right.sysId()));
    assertThat(pointed.status()).as(pointed.detail()).isEqualTo(200);
    assertThat(theEntry().path("stage").asText()).isEqualTo("flow");
    patch("{\"status\":\"ready\"}");

    awaitStatus("processed");
  }

  @Test
  void onlyEventsOfItsOwnDefinitionAreTaken() {
    SyncSetup setup = new SyncSetup(records);
    TableRecord foreign = setup.event(setup.definition(), "Right");

    for (String event : new String[] {foreign.sysId(), ""}) {
      Answer refused = patch("{\"process_event\":\"%s\"}".formatted(event));
      assertThat(refused.status()).isBetween(400, 422);
      assertThat(refused.response().body()).contains("of the entry's process sync definition");
    }
    assertThat(theEntry().path("process_event").path("value").asText()).isEqualTo(wrong.sysId());
  }

  @ParameterizedTest
  @CsvSource({
    "processed, done, keeps its process event",
    "skipped, done, keeps its process event",
    "ready, engine, running in the engine"
  })
  void whatIsDoneOrRunningKeepsItsEvent(String status, String stage, String reason) {
    sql.execute(
        "update process_sync.%s set status = '%s', stage = '%s' where sys_id = '%s'"
            .formatted(INBOUND, status, stage, entry));

    Answer refused = patch("{\"process_event\":\"%s\"}".formatted(right.sysId()));

    assertThat(refused.status()).isBetween(400, 422);
    assertThat(refused.response().body()).contains(reason);
  }

  private Answer patch(String body) {
    return admin.patch("/api/now/table/" + INBOUND + "/" + entry, body);
  }

  private void awaitStatus(String status) {
    await().untilAsserted(() -> assertThat(theEntry().path("status").asText()).isEqualTo(status));
  }

  private JsonNode theEntry() {
    return admin
        .get(
            "/api/now/table/"
                + INBOUND
                + "?sysparm_query="
                + ApiClient.encoded("remote_system=" + system.sysId()))
        .result()
        .path(0);
  }
}
