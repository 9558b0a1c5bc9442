package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no retry can help is an error at once. */
@InstanceTest
class HopelessFlowTest {

  private static final String SUBFLOWS = "/api/process-sync/v1/subflows/";
  private static final String TEMPLATE = "inbound-flow-template-basic";
  private static final Duration BEFORE_ANY_RETRY = Duration.ofSeconds(40);

  @Autowired private Records records;
  @LocalServerPort private int port;

  private final String mark = SysId.next();
  private SyncSetup setup;
  private TableRecord system;
  private TableRecord apiUser;
  private TableRecord event;

  @BeforeEach
  void aRemoteSystem() {
    setup = new SyncSetup(records);
    TableRecord definition = setup.definition();
    apiUser = setup.user("api", "ih_process_sync_api", "snc_external");
    system =
        setup.activeRemoteSystem(
            definition,
            setup.alias("http://localhost:1/"),
            apiUser,
            setup.user("run.as", "ih_process_sync_run_as", "incident_manager", "itil"));
    event = setup.event(definition, "Request Hardware");
  }

  @Test
  void aNumberThatAnotherRecordHas() {
    TableRecord holder =
        records.insert(
            Actor.system(),
            "incident",
            Map.of("number", "INC-" + mark, "short_description", "First"));
    setup.inboundFlow(event, system, flowThatCreates("number", "INC-" + mark));

    JsonNode entry = received();

    assertThat(entry.path("error_info").asText())
        .contains(
            "Number (incident.number) 'INC-%s' belongs to another record (sys_id %s)"
                .formatted(mark, holder.sysId()),
            "give another one, or none to have one drawn");
    assertThat(entry.path("retry_metadata").asText()).contains("\"attempt\":1,\"of\":1");
  }

  private JsonNode received() {
    ApiClient.Answer answer =
        ApiClient.admin(port)
            .as(apiUser.get("user_name"), SyncSetup.PASSWORD)
            .post(
                "/api/process-sync/v1/messages",
                """
                [{"message_id":"%s","remote_system":"%s","process_event":"Request Hardware",
                "operation":"create","local_correlation_id":"%s","remote_correlation_id":"%s",
                "sequence":1,"payload":{"capture_metadata":{},
                "changed_fields":[{"key":"sys_id","value":"%s","display_value":""}]}}]"""
                    .formatted(SysId.next(), system.sysId(), SysId.next(), mark, mark));
    assertThat(answer.response().body()).contains("accepted");
    await()
        .atMost(BEFORE_ANY_RETRY)
        .untilAsserted(() -> assertThat(entry().path("status").asText()).isEqualTo("error"));
    return entry();
  }

  private JsonNode entry() {
    return ApiClient.admin(port)
        .get(
            "/api/now/table/ih_sync_inbound_queue?sysparm_query="
                + ApiClient.encoded("remote_system=" + system.sysId()))
        .result()
        .path(0);
  }

  private String flowThatCreates(String field, String value) {
    String key = "hopeless-" + SysId.next();
    ApiClient admin = ApiClient.admin(port);
    admin.post(SUBFLOWS + TEMPLATE + "/copy", "{\"key\":\"" + key + "\"}");
    String bpmn =
        admin
            .text(SUBFLOWS + key + "/bpmn")
            .replaceAll(
                "<camunda:map ?/>",
                "<camunda:map><camunda:entry key=\"%s\">%s</camunda:entry></camunda:map>"
                    .formatted(field, value));
    ApiClient.Answer saved =
        admin.send("PUT", SUBFLOWS + key + "/bpmn", bpmn, "Content-Type", "application/xml");
    assertThat(saved.status()).as(saved.detail()).isEqualTo(200);
    ApiClient.Answer published = admin.post(SUBFLOWS + key + "/publish", "");
    assertThat(published.status()).as(published.response().body()).isEqualTo(200);
    return key;
  }
}
