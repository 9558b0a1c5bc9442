package dev.processsync.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ModelChecks;
import dev.processsync.Modeler;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The vendor models an inbound subflow of their own in Camunda Modeler, from the template's file
 * and without a look at any source: they map fields, and let a request that is cancelled end its
 * correlation. Then they deploy and bind it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModeledSubflowTest {

  private static final String KEY = "follow-request-inbound";
  private static final String EVENT = "Follow Request";
  private static final String PASSWORD = "A-modelers-password-1";
  private static final Map<String, String> MAPPING =
      Map.of(
          "short_description", "${changed_fields.short_description}",
          "description", "The customer's ${changed_fields.number}",
          "urgency", "${changed_fields.severity}");

  private final LinkedPair pair = LinkedPair.shared();
  private final Instance a = pair.a();
  private final Instance b = pair.b();
  private Path model = Path.of("");

  @BeforeAll
  void modelDeployAndBind() throws Exception {
    model = modeled();
    new Tutorial(a, b, Tutorial.Reading.TO_THE_LETTER).steps().forEach(Step::perform);
    modeler();
    HttpResponse<String> deployed = deployTool().deploy(model);
    assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(200);
    receive();
    send();
  }

  private static Path modeled() {
    return Modeler.open(Path.of("bpmn/inbound-flow-template-basic.bpmn"))
        .click("inbound-flow-template-basic")
        .fill("Name", "Follow Request")
        .fill("ID", KEY)
        .fill("Version tag", "1.0.0-vendor")
        .click("ServiceTask_TransformPayload")
        .fill("Sample payload", ReceivingSteps.sample("request-hardware.json"))
        .click("ServiceTask_UpdateIncidentRecord")
        .fillMap("Fields", MAPPING)
        .click("ServiceTask_CreateIncidentRecord")
        .fillMap("Fields", MAPPING)
        .clickFlow("ServiceTask_UpdateIncidentRecord", "Gateway_RecordApplied")
        .insert("bpmn:ExclusiveGateway")
        .fill("Name", "Request cancelled?")
        .fill("ID", "Gateway_RequestCancelled")
        .append("bpmn:Task")
        .changeType("bpmn:ServiceTask")
        .applyTemplate("Update Correlation State")
        .fill("Name", "Stop Following")
        .fill("ID", "ServiceTask_StopFollowing")
        .fill("State", "inactive")
        .append("bpmn:ServiceTask")
        .applyTemplate("Update Record")
        .fill("Name", "Note Cancellation")
        .fillMap("Fields", Map.of("description", "Cancelled by the customer"))
        .append("bpmn:EndEvent")
        .fill("Name", "Request cancelled")
        .clickFlow("Gateway_RequestCancelled", "ServiceTask_StopFollowing")
        .fill("Name", "yes")
        .fill("Type", "expression")
        .fill("Condition Expression", "${changed_fields.state == '8'}")
        .clickFlow("Gateway_RequestCancelled", "Gateway_RecordApplied")
        .fill("Name", "no")
        .makeDefault()
        .saveAs(KEY + ".bpmn");
  }

  /** The vendor's person who models: may configure process sync, and nothing else. */
  private void modeler() {
    Row user =
        b.admin().create("sys_user", Map.of("user_name", "modeler", "user_password", PASSWORD));
    b.admin()
        .create(
            "sys_user_has_role",
            Map.of(
                "user", user.sysId(),
                "role", b.named("sys_user_role", "name", "ih_process_sync").sysId()));
  }

  private DeployTool deployTool() {
    return new DeployTool(b.admin().baseUrl().resolve("/engine-rest"), "modeler", PASSWORD);
  }

  private void receive() {
    InstanceClient modeler = b.admin().as("modeler", PASSWORD);
    modeler.create("ih_sync_process_event", belonging(b, Map.of("name", EVENT)));
    modeler.create("ih_sync_inbound_definition", flow(b, KEY));
  }

  private void send() {
    a.admin().create("ih_sync_process_event", belonging(a, Map.of("name", EVENT)));
    a.admin()
        .create(
            "ih_sync_capture_definition",
            belonging(
                a,
                Map.of(
                    "process_event", a.event(EVENT).sysId(),
                    "state", "active",
                    "table", "incident",
                    "filter", "short_descriptionSTARTSWITHFollow:",
                    "fields", "number,short_description,assignment_group,severity,state")));
    a.admin().create("ih_sync_outbound_definition", flow(a, "request-hardware-outbound"));
  }

  private static Map<String, String> flow(Instance instance, String subflow) {
    return belonging(
        instance,
        Map.of(
            "process_event", instance.event(EVENT).sysId(),
            "remote_system", instance.remoteSystemRecord().sysId(),
            "subflow", subflow));
  }

  private static Map<String, String> belonging(Instance instance, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("definition", instance.definitionRecord().sysId());
    return all;
  }

  @Test
  void theDeployToolFindsTheEngineAndItsVersion() throws Exception {
    assertThat(deployTool().checkConnection().statusCode()).isEqualTo(200);
    assertThat(deployTool().version().body()).contains("\"7.24.");
  }

  @Test
  void theCatalogueHasIt() {
    JsonNode subflow = b.admin().as("modeler", PASSWORD).get("subflows/" + KEY).path("result");

    assertThat(subflow.path("name").asText()).isEqualTo("Follow Request");
    assertThat(subflow.path("kind").asText()).isEqualTo("inbound");
    assertThat(subflow.path("version_tag").asText()).isEqualTo("1.0.0-vendor");
    assertThat(subflow.path("template").asBoolean()).isFalse();
  }

  @Test
  void bpmnlintHasNothingToSayOfIt() {
    ModelChecks.lint(model);
  }

  @Test
  void deployedAgainItStaysAsItIs() throws Exception {
    assertThat(DeployTool.deployedProcesses(deployTool().deploy(model)).isEmpty()).isTrue();
  }

  @Test
  void aRequestArrivesAsItIsMapped() {
    Row request = request("Follow: a laptop");
    Row copy = pair.copyOf(request);

    assertThat(copy.get("short_description")).isEqualTo("Follow: a laptop");
    assertThat(copy.get("description")).isEqualTo("The customer's " + request.get("number"));
    assertThat(copy.get("urgency")).isEqualTo("1");
    assertThat(copy.get("sys_created_by")).isEqualTo("rps.run.as");
  }

  @Test
  void aLaterChangeArrivesToo() {
    Row request = request("Follow: a chair");
    Row copy = pair.copyOf(request);

    change(request, Map.of("short_description", "Follow: a comfortable chair"));

    await()
        .atMost(LinkedPair.SOON)
        .until(
            () -> LinkedPair.incident(b, copy.sysId()).get("short_description"),
            "Follow: a comfortable chair"::equals);
  }

  @Test
  void aCancelledRequestIsNotFollowedAnyMore() {
    Row request = request("Follow: a desk");
    Row copy = pair.copyOf(request);

    change(request, Map.of("state", "8", "short_description", "Follow: no desk"));
    await()
        .atMost(LinkedPair.SOON)
        .until(() -> pair.correlation(b, copy).get("state"), "inactive"::equals);
    change(request, Map.of("short_description", "Follow: a desk after all"));

    Row passedOver =
        await()
            .atMost(LinkedPair.SOON)
            .until(
                () -> last(pair.settled(a, "outbound", request)),
                entry -> "skipped".equals(entry.get("receipt")));
    assertThat(passedOver.get("receipt_info")).contains("is inactive");
    Row left = LinkedPair.incident(b, copy.sysId());
    assertThat(left.get("short_description")).isEqualTo("Follow: no desk");
    assertThat(left.get("description")).isEqualTo("Cancelled by the customer");
  }

  private static Row last(List<Row> entries) {
    return entries.get(entries.size() - 1);
  }

  private Row request(String shortDescription) {
    return a.admin()
        .create("incident", Map.of("short_description", shortDescription, "severity", "1"));
  }

  private void change(Row request, Map<String, String> values) {
    a.admin().update("incident", request.sysId(), values);
  }
}
