package dev.processsync.bounds;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.dictionary.SysId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Another instance as this one knows it: a remote system that an administrator has set up and
 * activated, and the user that it sends as.
 *
 * @param client logs in as that user
 * @param remoteSystem the record's id
 */
record Partner(ApiClient client, String remoteSystem) {

  static final String MESSAGES = "/api/process-sync/v1/messages";
  static final String EVENT = "Request Hardware";
  private static final String SUBFLOW = "inbound-by-partner";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A subflow that keeps what comes, for {@link #introduce}. */
  static void makeSubflow(ApiClient admin) {
    String subflows = "/api/process-sync/v1/subflows/";
    assertThat(
            admin
                .post(
                    subflows + "inbound-flow-template-basic/copy",
                    "{\"key\":\"%s\",\"name\":\"Inbound by Partner\"}".formatted(SUBFLOW))
                .status())
        .isEqualTo(201);
    String path = subflows + SUBFLOW;
    String model =
        admin
            .text(path + "/bpmn")
            .replaceFirst(
                "(?s)(ServiceTask_CreateIncidentRecord.*?)<camunda:map ?/>",
                "$1<camunda:map><camunda:entry key=\"short_description\">\\${changed_fields.number}</camunda:entry>"
                    + "<camunda:entry key=\"description\">\\${changed_fields.description}</camunda:entry></camunda:map>")
            .replaceFirst(
                "name=\"sample_payload\" ?/>",
                "name=\"sample_payload\">{\"changed_fields\":[{\"key\":\"number\",\"value\":\"\"},{\"key\":\"description\",\"value\":\"\"}]}</camunda:inputParameter>");
    Answer put = admin.send("PUT", path + "/bpmn", model, "Content-Type", "application/xml");
    assertThat(put.status()).as(put.json().toString()).isEqualTo(200);
    Answer published = admin.post(path + "/publish", "");
    assertThat(published.status()).as(published.json().toString()).isEqualTo(200);
  }

  /** Sets a partner up, as an administrator does; it says yes to whatever it is asked. */
  static Partner introduce(ApiClient admin, String name) throws IOException {
    String password = "A-good-password-of-" + name;
    String user = user(admin, name, password, "ih_process_sync_api", "snc_external");
    String runAs =
        user(admin, name + ".run", password, "ih_process_sync_run_as", "incident_manager");
    HttpServer there = agreeing();
    try {
      String alias = create(admin, "sys_alias", Map.of("name", name));
      String credential =
          create(
              admin,
              "basic_auth_credentials",
              Map.of("name", name, "user_name", "here", "password", password));
      create(
          admin,
          "http_connection",
          Map.of(
              "name", name,
              "connection_alias", alias,
              "credential", credential,
              "connection_url", "http://localhost:" + there.getAddress().getPort()));
      String definition = create(admin, "ih_sync_definition", Map.of("name", name));
      String system =
          create(
              admin,
              "ih_sync_remote_system",
              Map.of(
                  "definition", definition,
                  "name", name,
                  "connection_alias", alias,
                  "inbound_api_user", user,
                  "run_as", runAs));
      String event =
          create(admin, "ih_sync_process_event", Map.of("definition", definition, "name", EVENT));
      create(
          admin,
          "ih_sync_inbound_definition",
          Map.of(
              "definition", definition,
              "process_event", event,
              "remote_system", system,
              "subflow", SUBFLOW));
      Answer activated =
          admin.post(
              "/api/process-sync/v1/remote-systems/" + system + "/validate-and-activate", "");
      assertThat(activated.status()).as(activated.json().toString()).isEqualTo(200);
      return new Partner(admin.as(name, password), system);
    } finally {
      there.stop(0);
    }
  }

  private static HttpServer agreeing() throws IOException {
    byte[] yes =
        "{\"result\":{\"remote_system\":\"%s\",\"confirmed\":true}}"
            .formatted(SysId.next())
            .getBytes(StandardCharsets.UTF_8);
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, yes.length);
          exchange.getResponseBody().write(yes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String user(ApiClient admin, String name, String password, String... roles) {
    String user =
        create(
            admin,
            "sys_user",
            Map.of("user_name", name, "first_name", name, "user_password", password));
    for (String role : roles) {
      String id =
          admin
              .get("/api/now/table/sys_user_role?sysparm_query=name=" + role)
              .result()
              .path(0)
              .path("sys_id")
              .asText();
      create(admin, "sys_user_has_role", Map.of("user", user, "role", id));
    }
    return user;
  }

  private static String create(ApiClient admin, String table, Map<String, String> values) {
    Answer answer = admin.post("/api/now/table/" + table, JSON.valueToTree(values).toString());
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
    return answer.result().path("sys_id").asText();
  }

  /** A message of this partner, whose incident bears the message's id. */
  ObjectNode message(String text) {
    String id = SysId.next();
    ObjectNode message =
        JSON.createObjectNode()
            .put("message_id", id)
            .put("remote_system", remoteSystem)
            .put("process_event", EVENT)
            .put("operation", "create")
            .put("local_correlation_id", SysId.next())
            .put("remote_correlation_id", SysId.next());
    message
        .putObject("payload")
        .putArray("changed_fields")
        .add(field("sys_id", SysId.next()))
        .add(field("number", id))
        .add(field("description", text));
    return message;
  }

  private static JsonNode field(String key, String value) {
    return JSON.createObjectNode().put("key", key).put("value", value).put("display_value", "");
  }

  /** Sends one message; its id, which was accepted. */
  String send(String text) {
    ObjectNode message = message(text);
    Answer answer = client.post(MESSAGES, "[" + message + "]");
    assertThat(answer.json().path(0).path("status").asText())
        .as(answer.json().toString())
        .isEqualTo("accepted");
    return requireNonNull(message.get("message_id")).asText();
  }
}
