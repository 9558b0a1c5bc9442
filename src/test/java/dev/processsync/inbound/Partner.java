package dev.processsync.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Another instance that may request hardware, as it speaks to this one. */
final class Partner {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final TableRecord apiUser;
  final TableRecord remoteSystem;
  final TableRecord event;
  private final Records records;
  private final int port;

  /**
   * @param subflow key of the inbound subflow for its event
   */
  Partner(SyncSetup setup, Records records, int port, String subflow, String... rolesOfRunAs) {
    this.records = records;
    this.port = port;
    TableRecord definition = setup.definition();
    apiUser = setup.user("api", "ih_process_sync_api", "snc_external");
    TableRecord runAs =
        setup.user(
            "run.as",
            Stream.concat(
                    Stream.of("ih_process_sync_run_as", "incident_manager"),
                    Stream.of(rolesOfRunAs))
                .toArray(String[]::new));
    TableRecord alias = setup.alias("http://localhost:1/");
    remoteSystem = setup.activeRemoteSystem(definition, alias, apiUser, runAs);
    event = setup.event(definition, "Request Hardware");
    setup.event(definition, "Without Flow");
    setup.inboundFlow(event, remoteSystem, subflow);
  }

  ObjectNode message() throws IOException {
    ObjectNode message = JSON.createObjectNode();
    message
        .put("message_id", SysId.next())
        .put("remote_system", remoteSystem.sysId())
        .put("process_event", "Request Hardware")
        .put("operation", "create")
        .put("local_correlation_id", "local-1")
        .put("remote_correlation_id", "remote-1")
        .put("sequence", 1);
    message.set(
        "payload",
        JSON.readTree(
            """
            {"capture_metadata":{"changed_by":"admin","timestamp":"2020-09-24 19:26:59"},
             "changed_fields":[
              {"display_value":"","value":"incident","key":"sys_class_name"},
              {"display_value":"","value":"552c48888c033300964f4932b03eb092","key":"sys_id"},
              {"display_value":"","value":"INC0040015","key":"number"}]}
            """));
    return message;
  }

  JsonNode receipt(ObjectNode message) throws Exception {
    HttpResponse<String> answer = post(List.of(message));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Objects.requireNonNull(JSON.readTree(answer.body()).get(0));
  }

  HttpResponse<String> post(List<ObjectNode> messages) throws Exception {
    return post(JSON.writeValueAsString(messages));
  }

  HttpResponse<String> post(String body) throws Exception {
    return post(body, apiUser.get("user_name"), SyncSetup.PASSWORD);
  }

  HttpResponse<String> post(String body, String user, String password) throws Exception {
    return post("messages", body, user, password);
  }

  /** Asks what has become of messages. */
  HttpResponse<String> ask(List<String> messageIds) throws Exception {
    ObjectNode question = JSON.createObjectNode().put("remote_system", remoteSystem.sysId());
    messageIds.forEach(question.putArray("message_ids")::add);
    return ask(question.toString());
  }

  HttpResponse<String> ask(String question) throws Exception {
    return post("receipts", question, apiUser.get("user_name"), SyncSetup.PASSWORD);
  }

  private HttpResponse<String> post(String what, String body, String user, String password)
      throws Exception {
    String login =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return HTTP.send(
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/process-sync/v1/" + what))
            .header("Authorization", "Basic " + login)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What came from it, oldest first. */
  List<TableRecord> entries() {
    return records.list(
        Actor.system(),
        "ih_sync_inbound_queue",
        Query.parse("remote_system=" + remoteSystem.sysId() + "^ORDERBYsequence"),
        0,
        100);
  }
}
