package dev.processsync.designer.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.correlation.Correlations;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What a subflow would do, over real HTTP; and that nothing of it is done. */
@InstanceTest
class DryRunTest {

  private static final String SUBFLOWS = "/api/process-sync/v1/subflows/";
  private static final String SAMPLE =
      "{\"capture_metadata\":{\"changed_by\":\"admin\",\"timestamp\":\"2020-09-24 19:26:59\"},"
          + "\"changed_fields\":[{\"key\":\"sys_id\",\"value\":\"552c48888c033300964f4932b03eb092\",\"display_value\":\"\"},"
          + "{\"key\":\"short_description\",\"value\":\"A laptop\",\"display_value\":\"\"}]}";

  @Autowired private Records records;
  @Autowired private Correlations correlations;
  @Autowired private ProcessEngine engine;
  @Autowired private DSLContext sql;
  @Autowired private TransactionTemplate transaction;

  private final ApiClient admin;
  private final String key = "copy-" + SysId.next();
  private TableRecord remote = new TableRecord("", Map.of());
  private String before = "";

  DryRunTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
  }

  @BeforeEach
  void aRemoteSystemAndADraftWithAMapping() {
    remote = new SyncSetup(records).activeRemoteSystem();
    admin.post(SUBFLOWS + "inbound-flow-template-basic/copy", "{\"key\":\"" + key + "\"}");
    save(
        admin
            .text(SUBFLOWS + key + "/bpmn")
            .replaceAll(
                "<camunda:map ?/>",
                "<camunda:map><camunda:entry key=\"short_description\">\\${changed_fields.short_description}</camunda:entry></camunda:map>")
            .replaceFirst(
                "<camunda:inputParameter name=\"sample_payload\" ?/>",
                "<camunda:inputParameter name=\"sample_payload\">"
                    + SAMPLE
                    + "</camunda:inputParameter>"));
    before = everything();
  }

  @AfterEach
  void nothingWasDone() {
    assertThat(everything()).isEqualTo(before);
    assertThat(
            engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKeyLike("dry-run-of-%")
                .count())
        .isZero();
  }

  @Test
  void showsEachStepOfAnUnknownRecordAndTheIncidentThatWouldBeCreated() {
    JsonNode run = run("{\"remote_system\":\"%s\"}".formatted(remote.sysId()));

    assertThat(run.path("end").asText()).isEqualTo("ended");
    assertThat(run.path("steps"))
        .extracting(step -> step.path("name").asText())
        .contains(
            "Transform Payload from Inbound Sample",
            "Correlation found?",
            "Create Incident Record",
            "Create Correlation")
        .doesNotContain("Update Incident Record");
    JsonNode created = step(run, "Create Incident Record");
    assertThat(created.path("inputs").path("fields").path("short_description").asText())
        .isEqualTo("A laptop");
    assertThat(created.path("outputs").path("record").asText()).matches("[0-9a-f]{32}");
    assertThat(run.path("records"))
        .extracting(
            record -> record.path("operation").asText(),
            record -> record.path("table").asText(),
            record -> record.path("fields").path("short_description").path("after").asText())
        .contains(tuple("create", "incident", "A laptop"));
    assertThat(run.path("queue_record").path("status").asText()).isEqualTo("processed");
    assertThat(run.path("message").isNull()).isTrue();
  }

  @Test
  void showsWhatWouldBeUpdatedOfAKnownRecord() {
    TableRecord incident =
        records.insert(Actor.system(), "incident", Map.of("short_description", "As it was"));
    String local = SysId.next();
    transaction.executeWithoutResult(
        status ->
            correlations.create(remote.sysId(), local, SysId.next(), "incident", incident.sysId()));
    before = everything();

    JsonNode run =
        run(
            "{\"remote_system\":\"%s\",\"local_correlation_id\":\"%s\",\"operation\":\"update\",\"payload\":%s}"
                .formatted(remote.sysId(), local, SAMPLE.replace("A laptop", "A mouse")));

    assertThat(run.path("records"))
        .extracting(
            record -> record.path("sys_id").asText(),
            record -> record.path("fields").path("short_description").path("before").asText(),
            record -> record.path("fields").path("short_description").path("after").asText())
        .contains(tuple(incident.sysId(), "As it was", "A mouse"));
    assertThat(records.get(Actor.system(), "incident", incident.sysId()).get("short_description"))
        .isEqualTo("As it was");
  }

  @Test
  void showsTheMessageThatAnOutboundFlowWouldSend() {
    String incident =
        records.insert(Actor.system(), "incident", Map.of("short_description", "One")).sysId();
    before = everything();

    JsonNode run =
        ask(
                "outbound-flow-template-basic",
                "{\"remote_system\":\"%s\",\"local_record\":\"%s\",\"payload\":{\"changed_fields\":[]}}"
                    .formatted(remote.sysId(), incident))
            .result();

    assertThat(run.path("end").asText()).as(run.toString()).isEqualTo("ended");
    assertThat(run.path("message").path("payload").asText()).isEqualTo("{\"changed_fields\":[]}");
    assertThat(run.path("message").path("local_correlation_id").asText()).isNotEmpty();
    assertThat(run.path("queue_record").path("status").asText()).isEqualTo("ready");
  }

  @Test
  void showsWhereAndWhyAFlowWouldFail() {
    save(
        admin
            .text(SUBFLOWS + key + "/bpmn")
            .replace("changed_fields.short_description", "changed_fields.shrt"));
    before = everything();

    JsonNode run = run("{\"remote_system\":\"%s\"}".formatted(remote.sysId()));

    assertThat(run.path("end").asText()).isEqualTo("failed");
    assertThat(run.path("failure").asText())
        .startsWith("Create Incident Record (")
        .contains("changed_fields.shrt is not in the sample payload");
    assertThat(run.path("steps"))
        .extracting(step -> step.path("name").asText())
        .contains("Correlation found?")
        .doesNotContain("Create Correlation");
  }

  @Test
  void takesTheOnlyRemoteSystemThatTheSubflowIsBoundTo() {
    assertThat(ask(key, "{}").detail()).contains("bound to 0 of them");

    admin.post(SUBFLOWS + key + "/publish", "");
    SyncSetup setup = new SyncSetup(records);
    TableRecord event =
        setup.insert(
            "ih_sync_process_event",
            Map.of("definition", remote.get("definition"), "name", "Request Hardware"));
    setup.inboundFlow(event, remote, key);
    before = everything();

    assertThat(run("{}").path("end").asText()).isEqualTo("ended");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(ask("nothing", "{}").status()).isEqualTo(404);
    Answer unknown = ask(key, "{\"queue_record\":\"nothing\"}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.detail()).contains("ih_sync_inbound_queue has no record 'nothing'");
    assertThat(
            ask(
                    key,
                    "{\"remote_system\":\"%s\",\"operation\":\"upsert\"}".formatted(remote.sysId()))
                .detail())
        .contains("none of create, update, delete");
  }

  private JsonNode run(String request) {
    Answer answer = ask(key, request);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.result();
  }

  private Answer ask(String subflow, String request) {
    return admin.post(SUBFLOWS + subflow + "/dry-run", request);
  }

  private static JsonNode step(JsonNode run, String name) {
    for (JsonNode step : run.path("steps")) {
      if (step.path("name").asText().equals(name)) {
        return step;
      }
    }
    throw new AssertionError("no step " + name + " in " + run);
  }

  private void save(String bpmn) {
    Answer saved =
        admin.send("PUT", SUBFLOWS + key + "/bpmn", bpmn, "Content-Type", "application/xml");
    assertThat(saved.status()).as(saved.detail()).isEqualTo(200);
  }

  /** How much there is of all that a flow might write. */
  private String everything() {
    long incidents = records.count(Actor.system(), "incident", Query.EVERYTHING);
    long linked = records.count(Actor.system(), "ih_sync_correlation", Query.EVERYTHING);
    int queued = sql.fetchCount(sql.selectOne().from("process_sync.ih_sync_outbound_queue"));
    long running = engine.getRuntimeService().createProcessInstanceQuery().count();
    long deployed = engine.getRepositoryService().createDeploymentQuery().count();
    return "%d incidents, %d correlations, %d entries, %d instances, %d deployments"
        .formatted(incidents, linked, queued, running, deployed);
  }
}
