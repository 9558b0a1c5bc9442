package dev.processsync.designer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.definition.Subflows;
import dev.processsync.definition.Subflows.Kind;
import dev.processsync.dictionary.SysId;
import dev.processsync.record.Records;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** One definition that nobody can run: it says so, and bars neither the others nor its remedy. */
@InstanceTest
class BadModelsInTheEngineTest {

  private static final String SUBFLOWS = "/api/process-sync/v1/subflows";
  private static final String TEMPLATE = "inbound-flow-template-basic";

  @Autowired private JdbcTemplate database;
  @Autowired private Subflows subflows;
  @Autowired private Records records;

  private final ApiClient admin;
  private final String key = "bad-" + SysId.next().substring(16);
  private final String other = "good-" + SysId.next();

  BadModelsInTheEngineTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
  }

  @AfterEach
  void leaveNothingBad() {
    admin.delete(SUBFLOWS + "/" + key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no XML at all",
        "",
        "<definitions/>",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
        "<?xml version='1.0' encoding='no-such-encoding'?><a/>",
        "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'><bpmn:process>"
      })
  void aModelThatCanNotBeReadFailsNoList(String stored) {
    published(key);
    published(other);
    overwrite(stored);

    assertThat(list().findValuesAsText("key")).contains(other, TEMPLATE);
    assertThat(admin.get(SUBFLOWS + "/" + other).result().path("problem").asText()).isEmpty();
    assertThat(admin.post(SUBFLOWS + "/" + other + "/copy", "").status()).isEqualTo(201);
    assertThat(admin.get(SUBFLOWS + "/" + other + "/versions").status()).isEqualTo(200);
    assertThat(admin.get("/engine-rest/process-definition").status()).isEqualTo(200);
    assertThat(subflows.published(Kind.INBOUND)).contains(other).doesNotContain(key);
    assertThat(admin.text("/console/subflows")).doesNotContain("Something went wrong");
  }

  @Test
  void itIsListedWithItsProblemAndCanBeDeleted() {
    published(key);
    overwrite("no XML at all");

    Answer line = admin.get(SUBFLOWS + "/" + key);
    assertThat(line.result().path("problem").asText())
        .contains("not well-formed XML", "Delete the subflow, or publish a model that can be read");
    assertThat(admin.get(SUBFLOWS + "/" + key + "/problems").detail())
        .contains("Subflow '" + key + "' can't be used.");
    assertThat(admin.post(SUBFLOWS + "/" + key + "/copy", "").status()).isEqualTo(400);

    assertThat(admin.delete(SUBFLOWS + "/" + key).status()).isEqualTo(204);
    assertThat(admin.get(SUBFLOWS + "/" + key).status()).isEqualTo(404);
  }

  @Test
  void itIsReplacedByAModelThatCanBeRead() {
    published(key);
    String bpmn = admin.text(SUBFLOWS + "/" + key + "/bpmn");
    overwrite("no XML at all");

    Answer saved =
        admin.send("PUT", SUBFLOWS + "/" + key + "/bpmn", bpmn, "Content-Type", "application/xml");
    Answer published = admin.post(SUBFLOWS + "/" + key + "/publish", "");

    assertThat(saved.status()).as(saved.detail()).isEqualTo(200);
    assertThat(published.result().path("problem").asText()).isEmpty();
    assertThat(published.result().path("version").asInt()).isEqualTo(2);
    assertThat(subflows.publishedKind(key)).contains(Kind.INBOUND);
  }

  @Test
  void whatATenantHasFromEarlierIsShownApartAndCanBeDeleted() {
    published(key);
    give("acme", key);

    JsonNode line = admin.get(SUBFLOWS + "/" + key).result();

    assertThat(line.path("problem").asText()).contains("the tenant 'acme'", "no flow runs it");
    assertThat(line.path("kind").asText()).isEmpty();
    assertThat(subflows.publishedKind(key)).isEmpty();
    assertThat(admin.delete(SUBFLOWS + "/" + key).status()).isEqualTo(204);
  }

  @Test
  void aTenantsVersionHidesNotTheOneThatFlowsRun() {
    published(key);
    give("acme", key);
    deployed(key, "");

    assertThat(list().findValuesAsText("key")).containsOnlyOnce(key).contains(TEMPLATE);
    assertThat(admin.get(SUBFLOWS + "/" + key).result().path("problem").asText()).isEmpty();
    assertThat(admin.get(SUBFLOWS + "/" + key + "/versions").result()).hasSize(1);
    assertThat(admin.post(SUBFLOWS + "/" + key + "/deactivate", "").status()).isEqualTo(200);
    assertThat(admin.post(SUBFLOWS + "/" + key + "/activate", "").status()).isEqualTo(200);
    assertThat(subflows.publishedKind(key)).contains(Kind.INBOUND);
    assertThat(admin.post(SUBFLOWS + "/" + key + "/copy", "").status()).isEqualTo(201);
    assertThat(admin.delete(SUBFLOWS + "/" + key).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "", " "})
  void nothingIsDeployedForATenant(String tenant) {
    String user = new SyncSetup(records).user("modeler", "ih_process_sync").get("user_name");

    Answer byAdmin = deploy(admin, key, part("tenant-id", tenant));
    Answer byUser = deploy(admin.as(user, SyncSetup.PASSWORD), key, part("tenant-id", tenant));

    for (Answer answer : List.of(byAdmin, byUser)) {
      assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
      assertThat(answer.response().body()).contains("There are no tenants here");
    }
    assertThat(admin.get(SUBFLOWS + "/" + key).status()).isEqualTo(404);
  }

  private JsonNode list() {
    Answer list = admin.get(SUBFLOWS);
    assertThat(list.status()).as(list.response().body()).isEqualTo(200);
    return list.result();
  }

  private void published(String as) {
    admin.post(SUBFLOWS + "/" + TEMPLATE + "/copy", "{\"key\":\"" + as + "\"}");
    assertThat(admin.post(SUBFLOWS + "/" + as + "/publish", "").status()).isEqualTo(200);
  }

  /** As another version of the program, or somebody with the database, may have left it. */
  private void overwrite(String stored) {
    assertThat(
            database.update(
                "update act_ge_bytearray set bytes_ = ? where deployment_id_ in"
                    + " (select deployment_id_ from act_re_procdef where key_ = ?)",
                stored.getBytes(StandardCharsets.UTF_8),
                key))
        .isEqualTo(1);
    anotherId();
  }

  /** What was read once is remembered by its id. */
  private void anotherId() {
    database.update(
        "update act_re_procdef set id_ = ? where key_ = ?",
        key + ":1:" + SysId.next().substring(16),
        key);
  }

  private void give(String tenant, String ofKey) {
    database.update(
        "update act_re_deployment set tenant_id_ = ? where id_ in"
            + " (select deployment_id_ from act_re_procdef where key_ = ?)",
        tenant,
        ofKey);
    database.update("update act_re_procdef set tenant_id_ = ? where key_ = ?", tenant, ofKey);
    anotherId();
  }

  private void deployed(String as, String otherParts) {
    Answer answer = deploy(admin, as, otherParts);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
  }

  private Answer deploy(ApiClient by, String as, String otherParts) {
    String bpmn =
        admin
            .text(SUBFLOWS + "/" + TEMPLATE + "/bpmn")
            .replace("\"" + TEMPLATE + "\"", "\"" + as + "\"");
    return by.send(
        "POST",
        "/engine-rest/deployment/create",
        otherParts
            + "--bound\r\nContent-Disposition: form-data; name=\"m\"; filename=\"m.bpmn\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + bpmn
            + "\r\n--bound--\r\n",
        "Content-Type",
        "multipart/form-data; boundary=bound");
  }

  private static String part(String name, String value) {
    return "--bound\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }
}
