package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.AccessDenied;
import dev.processsync.record.Actor;
import dev.processsync.record.Origin;
import dev.processsync.record.Records;
import dev.processsync.record.RemoteEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody gets rights by way of a flow that they do not have themselves. */
@InstanceTest
class RightsOfFlowsTest {

  private static final String REMOTE_SYSTEMS = "/api/now/table/ih_sync_remote_system/";
  private static final String SUBFLOWS = "/api/process-sync/v1/subflows/";
  private static final String SAMPLE =
      "{\"capture_metadata\":{\"changed_by\":\"admin\",\"timestamp\":\"2020-09-24 19:26:59\"},"
          + "\"changed_fields\":[{\"key\":\"sys_id\",\"value\":\"552c48888c033300964f4932b03eb092\",\"display_value\":\"\"},"
          + "{\"key\":\"short_description\",\"value\":\"A laptop\",\"display_value\":\"\"}]}";

  @Autowired private Records records;
  @Autowired private Dictionary dictionary;

  private final ApiClient admin;
  private SyncSetup setup;
  private TableRecord remote = new TableRecord("", Map.of());
  private ApiClient designer;

  RightsOfFlowsTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
    this.designer = admin;
  }

  @BeforeEach
  void aRemoteSystemAndSomebodyWhoMayConfigureIt() {
    setup = new SyncSetup(records);
    remote = setup.activeRemoteSystem();
    designer = login(setup.user("designer", "ih_process_sync"));
  }

  @Test
  void whoeverConfiguresCanNotActAsSomebodyWithMoreRights() {
    String before = remote.get("run_as");
    TableRecord plain = setup.user("plain", "ih_process_sync_run_as");
    TableRecord itil = setup.user("itil", "ih_process_sync_run_as", "itil");
    TableRecord boss = setup.user("boss", "ih_process_sync_run_as", "admin");
    String administrator =
        records.findBy(Actor.system(), "sys_user", Map.of("user_name", "admin")).get(0).sysId();

    for (String more : new String[] {itil.sysId(), boss.sysId(), administrator}) {
      Answer refused = runAs(designer, more);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.detail()).contains("choose a user who has no more roles than you");
      assertThat(records.get(Actor.system(), "ih_sync_remote_system", remote.sysId()).get("run_as"))
          .isEqualTo(before);
    }
    assertThat(runAs(designer, plain.sysId()).status()).isEqualTo(200);
    assertThat(runAs(admin, itil.sysId()).status()).isEqualTo(200);
  }

  @Test
  void whatWasChosenOnceDoesNotGrowWithTheUsersRights() {
    TableRecord plain = setup.user("plain", "ih_process_sync_run_as");
    runAs(designer, plain.sysId());
    setup.insert("sys_user_has_role", Map.of("user", plain.sysId(), "role", "itil"));

    JsonNode run = dryRun(admin, draft("incident", "short_description"));

    assertThat(run.path("end").asText()).isEqualTo("failed");
    assertThat(run.path("failure").asText()).contains("who chose that, lacks (itil)");
    assertThat(runAs(admin, plain.sysId()).status()).isEqualTo(200);
    assertThat(dryRun(admin, draft("incident", "short_description")).path("end").asText())
        .isEqualTo("ended");
  }

  @Test
  void whoeverCreatesARemoteSystemIsAskedTheSame() {
    TableRecord itil = setup.user("itil", "ih_process_sync_run_as", "itil");

    Answer refused =
        designer.post(
            "/api/now/table/ih_sync_remote_system",
            "{\"definition\":\"%s\",\"name\":\"%s\",\"connection_alias\":\"%s\",\"inbound_api_user\":\"%s\",\"run_as\":\"%s\"}"
                .formatted(
                    remote.get("definition"),
                    SysId.next(),
                    remote.get("connection_alias"),
                    remote.get("inbound_api_user"),
                    itil.sysId()));

    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void noFlowWritesATableThatIsNotOpenToFlowsWhoeverItActsAs() {
    Actor flow =
        new Actor("boss", SysId.next(), Set.of("admin", "ih_process_sync_run_as"), false, null)
            .onBehalfOf(new RemoteEvent(remote.sysId(), Origin.HERE));
    for (Table table : dictionary.tables()) {
      if (!table.access().flows()) {
        assertThatExceptionOfType(AccessDenied.class)
            .as(table.name())
            .isThrownBy(() -> records.insert(flow, table.name(), Map.of()))
            .withMessageContaining("A flow may not write");
        assertThatExceptionOfType(AccessDenied.class)
            .isThrownBy(() -> records.update(flow, table.name(), SysId.next(), Map.of()));
        assertThatExceptionOfType(AccessDenied.class)
            .isThrownBy(() -> records.delete(flow, table.name(), SysId.next()));
      }
    }
  }

  @Test
  void aModelThatWritesUsersIsNotPublishedAndDoesNotRun() {
    setup.insert("sys_user_has_role", Map.of("user", remote.get("run_as"), "role", "admin"));
    String key = draft("sys_user_group", "name");

    Answer refused = admin.post(SUBFLOWS + key + "/publish", "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().toString()).contains("Flows may not write Group [sys_user_group]");
    assertThat(dryRun(admin, key).path("failure").asText())
        .contains("A flow may not write Group [sys_user_group]");
  }

  @Test
  void aDryRunShowsNothingThatItsStarterMayNotRead() {
    String key = draft("incident", "short_description");

    JsonNode run = dryRun(designer, key);

    assertThat(run.path("end").asText()).isEqualTo("failed");
    assertThat(run.path("failure").asText())
        .contains("User '" + designer.userName() + "' may not create Incident");
    assertThat(run.path("records")).isEmpty();
    assertThat(dryRun(admin, key).path("end").asText()).isEqualTo("ended");
  }

  @Test
  void aDryRunLooksUpNothingThatItsStarterMayNotRead() {
    String incident =
        records
            .insert(Actor.system(), "incident", Map.of("short_description", "Salaries leaked"))
            .sysId();
    String key = draft("incident", "short_description");
    String model = admin.text(SUBFLOWS + key + "/bpmn");
    String lookUp =
        "<bpmn:serviceTask id=\"ServiceTask_More\" name=\"More\" camunda:delegateExpression=\"${lookUpRecords}\">"
            + "<bpmn:extensionElements><camunda:inputOutput>"
            + "<camunda:inputParameter name=\"table\">incident</camunda:inputParameter>"
            + "<camunda:inputParameter name=\"query\">sys_id="
            + incident
            + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>"
            + "<bpmn:sequenceFlow id=\"Flow_More\" sourceRef=\"ServiceTask_More\" targetRef=\"ServiceTask_LookUpCorrelation\" />";
    save(
        key,
        model
            .replace(
                "sourceRef=\"ServiceTask_TransformPayload\" targetRef=\"ServiceTask_LookUpCorrelation\"",
                "sourceRef=\"ServiceTask_TransformPayload\" targetRef=\"ServiceTask_More\"")
            .replace(
                "<bpmn:sequenceFlow id=\"Flow_MessageReceived\"",
                lookUp + "<bpmn:sequenceFlow id=\"Flow_MessageReceived\""));

    assertThat(dryRun(admin, key).toString()).contains("Salaries leaked");
    assertThat(dryRun(designer, key).toString())
        .doesNotContain("Salaries")
        .contains("User '" + designer.userName() + "' may not read Incident");
  }

  private Answer runAs(ApiClient client, String user) {
    return client.patch(REMOTE_SYSTEMS + remote.sysId(), "{\"run_as\":\"" + user + "\"}");
  }

  private ApiClient login(TableRecord user) {
    return admin.as(user.get("user_name"), SyncSetup.PASSWORD);
  }

  private JsonNode dryRun(ApiClient client, String key) {
    Answer answer =
        client.post(
            SUBFLOWS + key + "/dry-run", "{\"remote_system\":\"%s\"}".formatted(remote.sysId()));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.result();
  }

  /** A draft of the inbound template that writes this field of this table. */
  private String draft(String table, String field) {
    String key = "rights-" + SysId.next();
    admin.post(SUBFLOWS + "inbound-flow-template-basic/copy", "{\"key\":\"" + key + "\"}");
    save(
        key,
        admin
            .text(SUBFLOWS + key + "/bpmn")
            .replace(">incident<", ">" + table + "<")
            .replaceAll(
                "<camunda:map ?/>",
                "<camunda:map><camunda:entry key=\""
                    + field
                    + "\">\\${changed_fields.short_description}</camunda:entry></camunda:map>")
            .replaceFirst(
                "<camunda:inputParameter name=\"sample_payload\" ?/>",
                "<camunda:inputParameter name=\"sample_payload\">"
                    + SAMPLE
                    + "</camunda:inputParameter>"));
    return key;
  }

  private void save(String key, String bpmn) {
    Answer saved =
        admin.send("PUT", SUBFLOWS + key + "/bpmn", bpmn, "Content-Type", "application/xml");
    assertThat(saved.status()).as(saved.detail()).isEqualTo(200);
  }
}
