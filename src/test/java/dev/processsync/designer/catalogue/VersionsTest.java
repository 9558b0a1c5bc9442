package dev.processsync.designer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The life of a subflow after it was first published: versions, who made them, its end. */
@InstanceTest
class VersionsTest {

  private static final String SUBFLOWS = "/api/process-sync/v1/subflows/";
  private static final String TASK = "Create Incident Record";

  @Autowired private Records records;

  private final ApiClient admin;
  private final String key = "copy-" + SysId.next();

  VersionsTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
  }

  @Test
  void eachPublishingMakesAVersionAndNamesWhoDidIt() {
    publishedTwice();

    Answer versions = admin.get(SUBFLOWS + key + "/versions");

    assertThat(versions.result())
        .extracting(
            version -> version.path("version").asInt(),
            version -> version.path("published_by").asText(),
            version -> version.path("latest").asBoolean(),
            version -> version.path("running").asInt())
        .containsExactly(tuple(2, "admin", true, 0), tuple(1, "admin", false, 0));
    assertThat(versions.result().get(0).path("published_on").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(bpmn("/versions/1/bpmn")).contains(TASK);
    assertThat(bpmn("/versions/2/bpmn")).contains("Open an Incident").doesNotContain(TASK);
  }

  @Test
  void whatWasDoneIsKeptWithWhoDidIt() {
    publishedTwice();
    admin.post(SUBFLOWS + key + "/deactivate", "");
    admin.delete(SUBFLOWS + key);

    Answer history =
        admin.get(
            "/api/now/table/ih_sync_subflow_history?sysparm_query="
                + ApiClient.encoded("subflow=" + key + "^ORDERBYsys_created_on"));

    assertThat(history.result())
        .extracting(entry -> entry.path("action").asText(), entry -> entry.path("done_by").asText())
        .containsExactlyInAnyOrder(
            tuple("copied", "admin"),
            tuple("published", "admin"),
            tuple("saved", "admin"),
            tuple("published", "admin"),
            tuple("deactivated", "admin"),
            tuple("deleted", "admin"));
  }

  @Test
  void whatOnePersonSavesInOneSittingIsOneLine() {
    publishedTwice();
    String bpmn = bpmn("/bpmn");
    save(bpmn.replace("Open an Incident", "Raise an Incident"));
    save(bpmn.replace("Open an Incident", "Report an Incident"));

    Answer saves =
        admin.get(
            "/api/now/table/ih_sync_subflow_history?sysparm_query="
                + ApiClient.encoded("subflow=" + key + "^action=saved"));

    assertThat(saves.result()).hasSize(1);
  }

  @Test
  void whatCamundaModelerDeploysIsAVersionOfWhoeverDeployedIt() {
    publishedTwice();
    String modeler = new SyncSetup(records).user("modeler", "ih_process_sync").get("user_name");

    Answer deployed =
        admin
            .as(modeler, SyncSetup.PASSWORD)
            .send(
                "POST",
                "/engine-rest/deployment/create",
                multipart(bpmn("/bpmn").replace("Open an Incident", "Raise an Incident")),
                "Content-Type",
                "multipart/form-data; boundary=bound");

    assertThat(deployed.status()).as(deployed.response().body()).isEqualTo(200);
    Answer latest = admin.get(SUBFLOWS + key + "/versions");
    assertThat(latest.result().get(0).path("version").asInt()).isEqualTo(3);
    assertThat(latest.result().get(0).path("published_by").asText()).isEqualTo(modeler);
  }

  @Test
  void aDraftWithErrorsIsNotPublishedAndTheProblemsNameTheirElement() {
    copied();
    save(
        bpmn("/bpmn")
            .replaceFirst(
                "<camunda:map ?/>",
                "<camunda:map><camunda:entry key=\"urgencyy\">1</camunda:entry></camunda:map>"));

    Answer refused = admin.post(SUBFLOWS + key + "/publish", "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).contains("has errors and was not published", "urgencyy");
    assertThat(refused.json().path("problems"))
        .anySatisfy(
            problem -> {
              assertThat(problem.path("severity").asText()).isEqualTo("error");
              assertThat(problem.path("name").asText()).isIn(TASK, "Update Incident Record");
              assertThat(problem.path("property").asText()).isEqualTo("fields.urgencyy");
            });
    assertThat(admin.get(SUBFLOWS + key + "/problems").result())
        .isEqualTo(refused.json().path("problems"));
    assertThat(admin.get(SUBFLOWS + key).result().path("state").asText()).isEqualTo("draft");
  }

  @Test
  void warningsComeWithWhatIsPublished() {
    copied();

    Answer published = admin.post(SUBFLOWS + key + "/publish", "");

    assertThat(published.status()).isEqualTo(200);
    assertThat(published.json().path("warnings"))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.path("severity").asText()).isEqualTo("warning"));
  }

  @Test
  void twoVersionsAreComparedElementByElement() {
    copied();
    publish();
    String edited =
        bpmn("/bpmn")
            .replace(TASK, "Open an Incident")
            .replaceFirst(
                "<camunda:map ?/>",
                "<camunda:map><camunda:entry key=\"urgency\">1</camunda:entry></camunda:map>");
    save(edited);

    Answer differences = admin.get(SUBFLOWS + key + "/compare?from=1&to=draft");

    assertThat(differences.result())
        .extracting(
            difference -> difference.path("change").asText(),
            difference -> difference.path("property").asText(),
            difference -> difference.path("before").asText(),
            difference -> difference.path("after").asText())
        .contains(
            tuple("changed", "name", TASK, "Open an Incident"),
            tuple("changed", "inputParameter fields / entry urgency", "", "1"));
    assertThat(admin.get(SUBFLOWS + key + "/compare?from=1&to=1").result()).isEmpty();
    assertThat(admin.get(SUBFLOWS + key + "/compare?from=1&to=7").status()).isEqualTo(404);
  }

  @Test
  void anOlderVersionComesBackAsADraftAndThenAsANewVersion() {
    publishedTwice();

    assertThat(admin.post(SUBFLOWS + key + "/versions/1/restore", "").status()).isEqualTo(200);
    assertThat(bpmn("/bpmn")).contains(TASK);
    assertThat(admin.post(SUBFLOWS + key + "/versions/1/restore", "").detail())
        .contains("has a draft already");

    publish();
    assertThat(bpmn("/versions/3/bpmn")).contains(TASK);
  }

  @Test
  void aDraftIsGivenUpWithoutHarmToWhatIsPublished() {
    publishedTwice();
    save(bpmn("/bpmn").replace("Open an Incident", "Anything"));

    Answer discarded = admin.delete(SUBFLOWS + key + "/draft");

    assertThat(discarded.result().path("state").asText()).isEqualTo("published");
    assertThat(bpmn("/bpmn")).contains("Open an Incident");
    assertThat(admin.delete(SUBFLOWS + key + "/draft").detail()).contains("has no draft");
  }

  @Test
  void aDraftThatWasNeverPublishedIsAllThereIs() {
    copied();

    assertThat(admin.delete(SUBFLOWS + key + "/draft").detail()).contains("delete the subflow");
    assertThat(admin.post(SUBFLOWS + key + "/deactivate", "").detail())
        .contains("is not published yet");
  }

  @Test
  void anInactiveSubflowCanNotBeChosenUntilItIsActiveAgain() {
    publishedTwice();
    TableRecord remote = new SyncSetup(records).activeRemoteSystem();
    TableRecord event = new SyncSetup(records).insert("ih_sync_process_event", event(remote));

    assertThat(admin.post(SUBFLOWS + key + "/deactivate", "").result().path("active").asBoolean())
        .isFalse();
    assertThat(bind(event, remote).detail()).contains("which is inactive: activate it");

    admin.post(SUBFLOWS + key + "/activate", "");
    assertThat(bind(event, remote).status()).isEqualTo(201);
    assertThat(admin.post(SUBFLOWS + key + "/deactivate", "").detail())
        .contains("is used by Inbound Flow");
  }

  @Test
  void theEngineKeepsTheLastVersionOfWhatAFlowUses() {
    copied();
    publish();
    SyncSetup setup = new SyncSetup(records);
    TableRecord remote = new SyncSetup(records).activeRemoteSystem();
    TableRecord event = setup.insert("ih_sync_process_event", event(remote));
    TableRecord flow = setup.inboundFlow(event, remote, key);

    for (String what :
        new String[] {"process-definition/key/" + key, "deployment/" + deployment()}) {
      Answer refused = admin.delete("/engine-rest/" + what + "?cascade=true");
      assertThat(refused.status()).as(refused.response().body()).isEqualTo(400);
      assertThat(refused.response().body()).contains("is used by Inbound Flow");
    }
    assertThat(admin.get(SUBFLOWS + key).status()).isEqualTo(200);

    records.delete(Actor.system(), "ih_sync_inbound_definition", flow.sysId());
    assertThat(admin.delete("/engine-rest/deployment/" + deployment()).status()).isEqualTo(204);
    assertThat(admin.get(SUBFLOWS + key).status()).isEqualTo(404);
  }

  private static Map<String, String> event(TableRecord remote) {
    return Map.of("definition", remote.get("definition"), "name", "Some Event");
  }

  private String deployment() {
    return admin
        .get("/engine-rest/process-definition/key/" + key)
        .json()
        .path("deploymentId")
        .asText();
  }

  private Answer bind(TableRecord event, TableRecord remote) {
    return admin.post(
        "/api/now/table/ih_sync_inbound_definition",
        "{\"definition\":\"%s\",\"process_event\":\"%s\",\"remote_system\":\"%s\",\"subflow\":\"%s\"}"
            .formatted(remote.get("definition"), event.sysId(), remote.sysId(), key));
  }

  private void publishedTwice() {
    copied();
    publish();
    save(bpmn("/bpmn").replace(TASK, "Open an Incident"));
    publish();
  }

  private void copied() {
    Answer copy =
        admin.post(SUBFLOWS + "inbound-flow-template-basic/copy", "{\"key\":\"" + key + "\"}");
    assertThat(copy.status()).isEqualTo(201);
  }

  private void save(String bpmn) {
    Answer saved =
        admin.send("PUT", SUBFLOWS + key + "/bpmn", bpmn, "Content-Type", "application/xml");
    assertThat(saved.status()).as(saved.detail()).isEqualTo(200);
  }

  private void publish() {
    Answer published = admin.post(SUBFLOWS + key + "/publish", "");
    assertThat(published.status()).as(published.detail()).isEqualTo(200);
  }

  private String bpmn(String path) {
    return admin.text(SUBFLOWS + key + path);
  }

  private String multipart(String bpmn) {
    return """
        --bound\r
        Content-Disposition: form-data; name="deployment-name"\r
        \r
        from outside\r
        --bound\r
        Content-Disposition: form-data; name="data"; filename="%s.bpmn"\r
        Content-Type: application/octet-stream\r
        \r
        %s\r
        --bound--\r
        """
        .formatted(key, bpmn);
  }
}
