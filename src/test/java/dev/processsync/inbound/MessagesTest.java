package dev.processsync.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Correlations;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bad input at the message endpoint: a clear answer, and no record changes. */
@InstanceTest
class MessagesTest {

  static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private Records records;
  @Autowired private Correlations correlations;
  @Autowired private RuntimeService runtime;
  @LocalServerPort private int port;

  private SyncSetup setup;
  private Partner partner;
  private TableRecord apiUser;
  private TableRecord remoteSystem;

  @BeforeEach
  void aRemoteSystemMayRequestHardware() {
    setup = new SyncSetup(records);
    partner = new Partner(setup, records, port, "inbound-flow-template-basic");
    apiUser = partner.apiUser;
    remoteSystem = partner.remoteSystem;
  }

  @Test
  void acceptsAMessageOnceAndCallsTheNextADuplicate() throws Exception {
    ObjectNode message = message();

    assertThat(receipt(message).path("status").asText()).isEqualTo("accepted");
    assertThat(receipt(message).path("status").asText()).isEqualTo("duplicate");

    assertThat(inboundEntries()).hasSize(1);
    Awaitility.await()
        .untilAsserted(() -> assertThat(onlyEntry().get("status")).isEqualTo("processed"));
    assertThat(correlations.findByLocalCorrelationId(remoteSystem.sysId(), "local-1")).isPresent();
  }

  @Test
  void keepsWhereItBeganAndRefusesWhatGoesRoundInACircle() throws Exception {
    String began = SysId.next();
    ObjectNode message = message().put("origin_instance", began).put("hops", 5);

    assertThat(receipt(message).path("status").asText()).isEqualTo("accepted");
    assertThat(onlyEntry().get("origin_instance")).isEqualTo(began);
    assertThat(onlyEntry().get("hops")).isEqualTo("5");

    JsonNode refused = receipt(message().put("message_id", SysId.next()).put("hops", 6));
    assertThat(refused.path("code").asText()).isEqualTo("too_many_hops");
    assertThat(refused.path("error").asText())
        .contains("6 times", "5 are allowed", "in a circle", "process_sync.max_hops");
    assertThat(inboundEntries()).hasSize(1);
  }

  @Test
  void takesThePayloadAsTextToo() throws Exception {
    ObjectNode message = message();
    message.put("payload", message.get("payload").toString());

    assertThat(receipt(message).path("status").asText()).isEqualTo("accepted");
  }

  @Test
  void answersEachMessageOfABatchForItself() throws Exception {
    ObjectNode bad = message().put("operation", "upsert");
    ObjectNode ofAnotherRecord = message().put("local_correlation_id", "local-2");

    JsonNode receipts = JSON.readTree(post(List.of(message(), bad, ofAnotherRecord)).body());

    assertThat(receipts.findValuesAsText("status"))
        .containsExactly("accepted", "refused", "accepted");
  }

  @Test
  void takesNothingOfARecordBehindARefusedMessageOfIt() throws Exception {
    ObjectNode bad = message().put("operation", "upsert");
    ObjectNode next = message();

    JsonNode receipts = JSON.readTree(post(List.of(bad, next)).body());

    assertThat(receipts.findValuesAsText("code"))
        .containsExactly("invalid_message", "earlier_message_refused");
    assertThat(receipt(next).path("status").asText()).isEqualTo("accepted");
  }

  @Test
  void takesAMessageOnceThatComesTwiceInOneRequest() throws Exception {
    ObjectNode message = message();

    JsonNode receipts = JSON.readTree(post(List.of(message, message)).body());

    assertThat(receipts.findValuesAsText("status")).containsExactly("accepted", "duplicate");
    assertThat(inboundEntries()).hasSize(1);
  }

  @Test
  void saysOfARepeatThatItArrivedEvenIfItsCorrelationIsInactiveNow() throws Exception {
    ObjectNode message = message();
    receipt(message);
    Awaitility.await()
        .untilAsserted(() -> assertThat(onlyEntry().get("status")).isEqualTo("processed"));
    correlations.setActive(
        correlations.findByLocalCorrelationId(remoteSystem.sysId(), "local-1").orElseThrow(),
        false);

    assertThat(receipt(message).path("status").asText()).isEqualTo("duplicate");
    assertThat(receipt(message()).path("code").asText()).isEqualTo("correlation_inactive");
  }

  @Test
  void refusesAnUnknownRemoteSystem() throws Exception {
    refused(
        message().put("remote_system", SysId.next()),
        "remote_system_unknown",
        "Unknown remote system");
  }

  @Test
  void refusesAnInactiveRemoteSystem() throws Exception {
    records.update(
        Actor.system(),
        "ih_sync_remote_system",
        remoteSystem.sysId(),
        Map.of("inbound_state", "disabled"));

    refused(message(), "remote_system_inactive", "not active here");
  }

  @Test
  void refusesSomeoneElsesApiUser() throws Exception {
    apiUser = setup.user("other", "ih_process_sync_api", "snc_external");

    refused(message(), "not_the_inbound_api_user", "is not the Inbound API User");
  }

  @Test
  void refusesAnUnknownProcessEventAndNamesThoseItKnows() throws Exception {
    refused(
        message().put("process_event", "Order Pizza"),
        "unknown_process_event",
        "Known are: Request Hardware, Without Flow");
  }

  @Test
  void refusesAProcessEventThatDiffersInCaseAndSaysSo() throws Exception {
    refused(
        message().put("process_event", "request hardware"),
        "unknown_process_event",
        "did you mean 'Request Hardware'?");
  }

  @Test
  void refusesAnEventWithoutAnInboundFlow() throws Exception {
    refused(
        message().put("process_event", "Without Flow"), "no_inbound_flow", "has no inbound flow");
  }

  @Test
  void refusesAPayloadWithoutASysId() throws Exception {
    ObjectNode message = message();
    message.set(
        "payload", JSON.readTree("{\"changed_fields\":[{\"key\":\"number\",\"value\":\"1\"}]}"));

    refused(message, "invalid_message", "has no sys_id");
  }

  @Test
  void refusesAMessageWithoutAnId() throws Exception {
    refused(
        message().put("message_id", " "),
        "invalid_message",
        "message_id must have 1 to 64 characters");
  }

  @Test
  void refusesAnOperationThatIsNone() throws Exception {
    refused(
        message().put("operation", "upsert"),
        "invalid_message",
        "must be create, update, delete or leave");
  }

  @Test
  void refusesAMessageForAnInactiveCorrelation() throws Exception {
    TableRecord incident = setup.insert("incident", Map.of("short_description", "Correlated"));
    Correlation correlation =
        correlations.create(
            remoteSystem.sysId(), "local-1", "remote-1", "incident", incident.sysId());
    correlations.setActive(correlation, false);

    refused(message(), "correlation_inactive", "is inactive");
  }

  @Test
  void skipsADeleteOfARecordThatItNeverKnew() throws Exception {
    JsonNode receipt = receipt(message().put("operation", "delete"));

    assertThat(receipt.path("status").asText()).isEqualTo("accepted");
    Awaitility.await()
        .untilAsserted(() -> assertThat(onlyEntry().get("status")).isEqualTo("skipped"));
    assertThat(onlyEntry().get("error_info")).contains("No record is correlated");
  }

  @Test
  void putsWhatItsFlowRefusesIntoErrorAndChangesNothing(@Autowired RepositoryService repository)
      throws Exception {
    String older = "inbound-from-before";
    String model = Files.readString(Path.of("src/test/resources/subflows", older + ".bpmn"));
    repository.createDeployment().addString(older + ".bpmn", model).deploy();
    partner = new Partner(new SyncSetup(records), records, port, older);
    apiUser = partner.apiUser;
    remoteSystem = partner.remoteSystem;

    assertThat(receipt(message().put("operation", "delete")).path("status").asText())
        .isEqualTo("accepted");

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(onlyEntry().get("status")).isEqualTo("error"));
    assertThat(onlyEntry().get("error_info")).contains("No record is correlated");
    assertThat(correlations.findByLocalCorrelationId(remoteSystem.sysId(), "local-1")).isEmpty();
    assertThat(onlyEntry().get("local_record")).isEmpty();
    String flow = onlyEntry().get("flow_context");
    assertThat(incidentsOf(flow)).as("incidents in Cockpit").isEqualTo(1);

    records.update(
        Actor.system(), "ih_sync_inbound_queue", onlyEntry().sysId(), Map.of("status", "skipped"));

    assertThat(incidentsOf(flow)).isZero();
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(flow).count()).isZero();
  }

  private long incidentsOf(String flow) {
    return runtime.createIncidentQuery().processInstanceId(flow).count();
  }

  @Test
  void refusesARequestThatIsNotJson() throws Exception {
    HttpResponse<String> answer = post("[{\"message_id\":");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).at("/error/detail").asText())
        .contains("not a JSON array of messages");
  }

  @Test
  void refusesARequestThatIsTooLarge() throws Exception {
    HttpResponse<String> answer = post("[" + " ".repeat(9 * 1024 * 1024) + "]");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(JSON.readTree(answer.body()).at("/error/detail").asText())
        .contains("send fewer messages at a time");
  }

  @Test
  void refusesTooManyMessages() throws Exception {
    HttpResponse<String> answer = post("[" + "{},".repeat(500) + "{}]");

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void refusesARequestThatIsTooDeep() throws Exception {
    assertThat(post("[".repeat(10_000)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "null",
        "true",
        "[]",
        "[[1]]",
        "\"a text\"",
        "{}",
        "{\"message_id\":{\"a\":[1]}}",
        "{\"message_id\":\"known\",\"remote_system\":[]}",
      })
  void refusesWhatIsNoMessageAloneAndTakesTheOthers(String element) throws Exception {
    aloneRefused(element);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"seven\"",
        "\"7\"",
        "1e400",
        "-1E400",
        "1.5",
        "true",
        "{}",
        "[1]",
        "9223372036854775808",
        "12345678901234567890123456789012345678901234567890",
      })
  void refusesAMessageWhoseSequenceIsNoWholeNumberAlone(String sequence) throws Exception {
    JsonNode receipt = aloneRefused(with("sequence", sequence));

    assertThat(receipt.path("error").asText())
        .startsWith("sequence must be a whole number of 64 bits, such as 17; it is ");
  }

  @Test
  void readsNumbersOfAnyLengthAndRefusesTheirMessageAlone() throws Exception {
    aloneRefused(with("sequence", "9".repeat(100_000)));
    aloneRefused(with("sequence", "0." + "9".repeat(100_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-9223372036854775808", "0", "9223372036854775807", "null"})
  void takesAnyWholeNumberOf64BitsAsSequence(String sequence) throws Exception {
    HttpResponse<String> answer = post("[" + with("sequence", sequence) + "]");

    assertThat(JSON.readTree(answer.body()).at("/0/status").asText()).isEqualTo("accepted");
    assertThat(onlyEntry().get("remote_sequence"))
        .isEqualTo(sequence.equals("null") ? "0" : sequence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message_id",
        "remote_system",
        "process_event",
        "operation",
        "local_correlation_id",
        "remote_correlation_id"
      })
  void refusesAMessageWithACharacterThatCanNotBeStoredAlone(String field) throws Exception {
    for (String character : List.of("\\u0000", "\\ud800", "\\udc00x")) {
      JsonNode receipt = aloneRefused(with(field, "\"a" + character + "b\""));

      assertThat(receipt.path("error").asText())
          .startsWith(field + " contains ")
          .contains("can't be stored");
    }
  }

  @Test
  void refusesAPayloadWithACharacterThatCanNotBeStoredAlone() throws Exception {
    String field = "{\"key\":\"description\",\"display_value\":\"\",\"value\":\"a\\u0000b\"}";
    String id = "{\"key\":\"sys_id\",\"display_value\":\"\",\"value\":\"1\"}";
    String payload = "{\"changed_fields\":[" + id + "," + field + "]}";

    for (String written : List.of(payload, JSON.writeValueAsString(payload), "\"\\u0000\"")) {
      JsonNode receipt = aloneRefused(with("payload", written));

      assertThat(receipt.path("error").asText()).contains("NUL").contains("can't be stored");
    }
  }

  /** The message with one field as it is written in JSON. */
  private String with(String field, String written) throws IOException {
    ObjectNode message = message();
    message.put("message_id", "known-" + SysId.next()).put(field, "HERE");
    return JSON.writeValueAsString(message).replace("\"HERE\"", written);
  }

  private JsonNode aloneRefused(String element) throws Exception {
    ObjectNode before = message().put("local_correlation_id", "before " + SysId.next());
    ObjectNode after = message().put("local_correlation_id", "after " + SysId.next());

    HttpResponse<String> answer = post("[" + before + "," + element + "," + after + "]");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode receipts = JSON.readTree(answer.body());
    assertThat(receipts.findValuesAsText("status"))
        .containsExactly("accepted", "refused", "accepted");
    assertThat(receipts.at("/1/code").asText()).isNotEmpty();
    assertThat(receipts.at("/1/error").asText())
        .doesNotContain("java", "Jackson", "deserialize", "com.");
    if (element.contains("known")) {
      assertThat(receipts.at("/1/message_id").asText()).isNotEmpty();
    }
    return Objects.requireNonNull(receipts.get(1));
  }

  @Test
  void whatFollowsAMessageThatCanNotBeReadWaitsForItIfItIsOfTheSameRecord() throws Exception {
    HttpResponse<String> answer = post("[" + with("sequence", "{}") + "," + message() + "]");

    assertThat(JSON.readTree(answer.body()).at("/1/code").asText())
        .isEqualTo("earlier_message_refused");
    assertThat(inboundEntries()).isEmpty();
  }

  @Test
  void letsNobodyInWithAWrongPassword() throws Exception {
    HttpResponse<String> answer = post("[]", apiUser.get("user_name"), "wrong-password-1");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("User Not Authenticated");
  }

  @Test
  void letsNobodyInWithoutTheRole() throws Exception {
    TableRecord itil = setup.user("agent", "itil");

    HttpResponse<String> answer = post("[]", itil.get("user_name"), SyncSetup.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(JSON.readTree(answer.body()).path("status").asText()).isEqualTo("failure");
  }

  private void refused(ObjectNode message, String code, String complaint) throws Exception {
    JsonNode receipt = receipt(message);

    assertThat(receipt.path("status").asText()).isEqualTo("refused");
    assertThat(receipt.path("code").asText()).isEqualTo(code);
    assertThat(receipt.path("error").asText()).contains(complaint);
    assertThat(inboundEntries()).isEmpty();
  }

  final ObjectNode message() throws IOException {
    return partner.message();
  }

  private JsonNode receipt(ObjectNode message) throws Exception {
    return Objects.requireNonNull(JSON.readTree(post(List.of(message)).body()).get(0));
  }

  private HttpResponse<String> post(List<ObjectNode> messages) throws Exception {
    return post(JSON.writeValueAsString(messages));
  }

  /** For other threads. */
  final HttpResponse<String> postUnchecked(List<ObjectNode> messages) {
    try {
      return post(messages);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> post(String body) throws Exception {
    return post(body, apiUser.get("user_name"), SyncSetup.PASSWORD);
  }

  private HttpResponse<String> post(String body, String user, String password) throws Exception {
    return partner.post(body, user, password);
  }

  private TableRecord onlyEntry() {
    assertThat(inboundEntries()).hasSize(1);
    return inboundEntries().get(0);
  }

  final List<TableRecord> inboundEntries() {
    return partner.entries();
  }
}
