package dev.processsync.designer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.InstanceTest;
import dev.processsync.definition.Subflows;
import dev.processsync.definition.Subflows.Kind;
import dev.processsync.dictionary.SysId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Copy, edit, publish, list and delete, over real HTTP. */
@InstanceTest
class SubflowApiTest {

  private static final String TEMPLATE = "inbound-flow-template-basic";
  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort int port;
  @Autowired Subflows subflows;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String key = "copy-" + SysId.next();

  @Test
  void listsTheTemplatesAndNoOrchestration() throws Exception {
    JsonNode list = json(send("GET", "", null)).path("result");

    assertThat(list.findValuesAsText("key"))
        .contains(TEMPLATE, "outbound-flow-template-basic", "error-flow-template-basic")
        .doesNotContain("process-event-inbound", "remote-system-error");
    JsonNode template = json(send("GET", "/" + TEMPLATE, null)).path("result");
    assertThat(template.path("name").asText())
        .isEqualTo("Remote Process Sync Inbound Flow Template - Basic");
    assertThat(template.path("kind").asText()).isEqualTo("inbound");
    assertThat(template.path("state").asText()).isEqualTo("published");
    assertThat(template.path("version_tag").asText()).isEqualTo("1.0.0");
    assertThat(template.path("template").asBoolean()).isTrue();
  }

  @Test
  void aCopyIsADraftUntilItIsPublishedAndThenAVersion() throws Exception {
    assertThat(copy(key, "Copy of it").statusCode()).isEqualTo(201);
    assertThat(subflows.isDraft(key)).isTrue();
    assertThat(subflows.publishedKind(key)).isEmpty();

    HttpResponse<String> published = send("POST", "/" + key + "/publish", "{}");

    assertThat(json(published).path("result").path("state").asText()).isEqualTo("published");
    assertThat(json(published).path("result").path("version").asInt()).isEqualTo(1);
    assertThat(subflows.publishedKind(key)).contains(Kind.INBOUND);
    assertThat(subflows.published(Kind.INBOUND)).contains(key, TEMPLATE);
    assertThat(subflows.isDraft(key)).isFalse();
  }

  @Test
  void anErrorSubflowIsCopiedAndPublishedLikeTheOthers() throws Exception {
    send("POST", "/error-flow-template-basic/copy", "{\"key\":\"" + key + "\"}");

    JsonNode published = json(send("POST", "/" + key + "/publish", "{}")).path("result");

    assertThat(published.path("kind").asText()).isEqualTo("error");
    assertThat(published.path("name").asText())
        .isEqualTo("Copy of Remote Process Sync Error Flow Template - Basic");
    assertThat(subflows.published(Kind.ERROR)).contains(key, "error-flow-template-basic");
  }

  @Test
  void aCopyDiffersInKeyAndNameOnly() throws Exception {
    copy(key, "Mine & yours");

    String bpmn = send("GET", "/" + key + "/bpmn", null).body();

    assertThat(bpmn)
        .contains("id=\"" + key + "\"", "bpmnElement=\"" + key + "\"", "Mine &amp; yours")
        .contains("${transformPayload}", "Transform Payload from Inbound Sample")
        .doesNotContain("\"" + TEMPLATE + "\"");
  }

  @Test
  void anEditedDraftLeavesThePublishedVersionAlone() throws Exception {
    copy(key, "First");
    send("POST", "/" + key + "/publish", "{}");
    String bpmn = send("GET", "/" + key + "/bpmn", null).body();

    HttpResponse<String> saved =
        send("PUT", "/" + key + "/bpmn", bpmn.replace("Create Incident Record", "Create a Record"));

    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(json(saved).path("result").path("state").asText())
        .isEqualTo("published with newer draft");
    assertThat(send("GET", "/" + key + "/bpmn", null).body()).contains("Create a Record");
    send("POST", "/" + key + "/publish", "{}");
    assertThat(json(send("GET", "/" + key, null)).path("result").path("version").asInt())
        .isEqualTo(2);
  }

  @Test
  void neverSavesOverWhatSomebodyElseSavedMeanwhile() throws Exception {
    copy(key, "Ours");
    HttpResponse<String> read = send("GET", "/" + key + "/bpmn", null);
    String version = read.headers().firstValue("ETag").orElseThrow();
    String mine = read.body().replace("Create Incident Record", "Mine");
    String theirs = read.body().replace("Create Incident Record", "Theirs");

    HttpResponse<String> first = sendIf(version, "PUT", "/" + key + "/bpmn", theirs);
    HttpResponse<String> second = sendIf(version, "PUT", "/" + key + "/bpmn", mine);

    assertThat(first.statusCode()).isEqualTo(200);
    refused(second, 412, "is no longer what you read: admin saved its draft at ");
    refused(sendIf(version, "POST", "/" + key + "/publish", "{}"), 412, "no longer what you read");
    refused(sendIf(version, "DELETE", "/" + key, null), 412, "no longer what you read");
    assertThat(send("GET", "/" + key + "/bpmn", null).body()).contains("Theirs");
    String now = first.headers().firstValue("ETag").orElseThrow();
    assertThat(sendIf(now, "PUT", "/" + key + "/bpmn", mine).statusCode()).isEqualTo(200);
    assertThat(sendIf("*", "PUT", "/" + key + "/bpmn", theirs).statusCode()).isEqualTo(200);
  }

  @Test
  void saysThatADraftWasPublishedMeanwhile() throws Exception {
    copy(key, "Ours");
    String bpmn = send("GET", "/" + key + "/bpmn", null).body();
    HttpResponse<String> saved =
        sendIf("*", "PUT", "/" + key + "/bpmn", bpmn.replace("Create Incident Record", "Other"));
    send("POST", "/" + key + "/publish", "{}");
    String version = saved.headers().firstValue("ETag").orElseThrow();

    assertThat(sendIf(version, "PUT", "/" + key + "/bpmn", bpmn).statusCode()).isEqualTo(200);
    refused(sendIf(version, "DELETE", "/" + key + "/draft", null), 412, "no longer what you read");
    send("DELETE", "/" + key + "/draft", null);
    refused(
        sendIf("\"another\"", "PUT", "/" + key + "/bpmn", bpmn),
        412,
        "its draft was published or discarded");
  }

  @Test
  void namesACopyThatHasNoNameYet() throws Exception {
    copy(key, "Source");

    String first = json(send("POST", "/" + key + "/copy", "{}")).path("result").toString();
    String second = json(send("POST", "/" + key + "/copy", null)).path("result").toString();

    assertThat(first).contains("\"copy-of-" + key + "\"", "\"Copy of Source\"");
    assertThat(second).contains("\"copy-of-" + key + "-2\"", "\"Copy of Source (2)\"");
  }

  @Test
  void refusesAKeyThatIsInUseOrNoKey() throws Exception {
    copy(key, "First");

    refused(copy(key, "Second"), 409, "The key '" + key + "' is in use: choose another.");
    refused(copy(TEMPLATE, "T"), 409, "is in use");
    refused(copy("process-event-inbound", "T"), 409, "is in use");
    refused(copy("Not A Key", "T"), 400, "lower-case words joined by hyphens");
    refused(send("POST", "/nothing/copy", "{}"), 404, "No subflow has the key 'nothing'");
  }

  @Test
  void refusesToChangeATemplate() throws Exception {
    String bpmn = send("GET", "/" + TEMPLATE + "/bpmn", null).body();

    refused(send("PUT", "/" + TEMPLATE + "/bpmn", bpmn), 409, "can't be edited: copy it.");
    refused(send("DELETE", "/" + TEMPLATE, null), 409, "can't be deleted: copy it.");
  }

  @Test
  void refusesWhatIsNotTheSubflowsModel() throws Exception {
    copy(key, "Mine");
    String bpmn = send("GET", "/" + key + "/bpmn", null).body();

    put(bpmn.substring(0, 200), 400, "The model is not well-formed XML: line");
    put(bpmn.replace("id=\"" + key + "\"", "id=\"other\""), 400, "it must be the subflow's key");
    put(bpmn.replace("isExecutable=\"true\"", "isExecutable=\"false\""), 400, "not executable");
    put(
        bpmn.replace("value=\"inbound\"", "value=\"outbound\""),
        400,
        "process-sync.kind, 'inbound'");
    put(bpmn.replace("${transformPayload}", "${dataSource}"), 400, "none of the actions");
    put("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", 400, "DOCTYPE");
    put(bpmn + " ".repeat(2 * 1024 * 1024), 413, "larger than 2048 KB");
    assertThat(send("GET", "/" + key + "/bpmn", null).body()).isEqualTo(bpmn);
  }

  @Test
  void refusesToPublishWhatTheEngineCanNotRun() throws Exception {
    copy(key, "Broken");
    String bpmn = send("GET", "/" + key + "/bpmn", null).body();
    send(
        "PUT",
        "/" + key + "/bpmn",
        bpmn.replace("camunda:delegateExpression=\"${transformPayload}\"", ""));

    refused(send("POST", "/" + key + "/publish", "{}"), 400, "The task has no action");
    assertThat(subflows.isDraft(key)).isTrue();
  }

  @Test
  void deletesWhatNoFlowUses() throws Exception {
    copy(key, "Short-lived");
    send("POST", "/" + key + "/publish", "{}");

    assertThat(send("DELETE", "/" + key, null).statusCode()).isEqualTo(204);

    assertThat(subflows.publishedKind(key)).isEmpty();
    refused(send("GET", "/" + key, null), 404, "No subflow has the key");
  }

  private void put(String bpmn, int status, String reason) throws Exception {
    refused(send("PUT", "/" + key + "/bpmn", bpmn), status, reason);
  }

  private static void refused(HttpResponse<String> answer, int status, String reason)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode body = JSON.readTree(answer.body());
    assertThat(body.path("status").asText()).isEqualTo("failure");
    assertThat(body.path("error").path("detail").asText()).contains(reason);
  }

  private HttpResponse<String> copy(String copyKey, String name) throws Exception {
    String body = JSON.createObjectNode().put("key", copyKey).put("name", name).toString();
    return send("POST", "/" + TEMPLATE + "/copy", body);
  }

  private HttpResponse<String> send(String method, String path, @Nullable String body)
      throws Exception {
    return sendIf(null, method, path, body);
  }

  private HttpResponse<String> sendIf(
      @Nullable String ifMatch, String method, String path, @Nullable String body)
      throws Exception {
    String login = "admin:" + InstanceTest.ADMIN_PASSWORD;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/process-sync/v1/subflows" + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    if (body != null) {
      request.header("Content-Type", method.equals("PUT") ? "application/xml" : "application/json");
    }
    return http.send(
        request
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }
}
