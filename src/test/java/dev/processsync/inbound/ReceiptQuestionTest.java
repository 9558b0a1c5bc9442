package dev.processsync.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.SysId;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What a partner learns of its messages, and nobody else. */
@InstanceTest
class ReceiptQuestionTest {

  @Autowired private Records records;
  @Autowired private QueueEntries entries;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  private Partner partner;

  @BeforeEach
  void aPartner() {
    partner = partner();
  }

  private Partner partner() {
    return new Partner(new SyncSetup(records), records, port, "inbound-flow-template-basic");
  }

  @Test
  void tellsOfEachMessageInTheOrderOfTheQuestion(@Autowired RepositoryService repository)
      throws Exception {
    String older = "inbound-from-before";
    String model = Files.readString(Path.of("src/test/resources/subflows", older + ".bpmn"));
    repository.createDeployment().addString(older + ".bpmn", model).deploy();
    partner = new Partner(new SyncSetup(records), records, port, older);
    ObjectNode applied = partner.message();
    JsonNode answered = partner.receipt(applied);
    ObjectNode fails =
        partner.message().put("local_correlation_id", "local-2").put("operation", "delete");
    partner.receipt(fails);
    ObjectNode behind = partner.message().put("local_correlation_id", "local-2");
    awaitState(fails, "error");
    partner.receipt(behind);

    JsonNode told = ask(id(behind), id(fails), "never sent", id(applied), id(applied));

    assertThat(told.findValuesAsText("message_id"))
        .containsExactly(id(behind), id(fails), "never sent", id(applied));
    assertThat(told.findValuesAsText("status"))
        .containsExactly("accepted", "accepted", "unknown", "accepted");
    assertThat(told.get(0).path("state").asText()).isEqualTo("received");
    assertThat(told.get(1).path("reason").asText()).isNotEmpty();
    assertThat(told.get(1).path("tries").asInt()).isPositive();
    assertThat(told.get(2).has("state")).isFalse();
    assertThat(told.get(3).path("state").asText()).isEqualTo("applied");
    assertThat(told.get(3).path("record")).isEqualTo(answered.path("record"));
    assertThat(told.get(3).path("record").path("number").asText()).startsWith("INC");
  }

  @Test
  void aConflictThatWasFoundLaterNamesItsFields() throws Exception {
    ObjectNode message = partner.message();
    partner.receipt(message);
    String entry = partner.entries().get(0).sysId();

    transaction.executeWithoutResult(
        status -> {
          entries.conflict(entry, "urgency", "local");
          entries.conflict(entry, "state", "open");
        });

    JsonNode told = ask(id(message)).get(0);
    assertThat(told.path("state").asText()).isEqualTo("conflict");
    assertThat(told.path("conflicts").toString())
        .isEqualTo(
            "[{\"field\":\"urgency\",\"outcome\":\"local\"},{\"field\":\"state\",\"outcome\":\"open\"}]");
    assertThat(told.path("record").path("number").asText()).startsWith("INC");
  }

  @Test
  void aRepeatedMessageIsToldOfToo() throws Exception {
    ObjectNode message = partner.message();
    JsonNode first = partner.receipt(message);

    JsonNode again = partner.receipt(message);

    assertThat(again.path("status").asText()).isEqualTo("duplicate");
    assertThat(again.path("state").asText()).isEqualTo("applied");
    assertThat(again.path("record")).isEqualTo(first.path("record"));
  }

  @Test
  void somebodyElsesMessagesAreUnknown() throws Exception {
    ObjectNode message = partner().message();
    Partner other = partner();
    ObjectNode theirs = other.message();
    other.receipt(theirs);

    assertThat(ask(id(theirs), id(message)).findValuesAsText("status"))
        .containsExactly("unknown", "unknown");
  }

  @Test
  void nobodySpeaksForAnothersRemoteSystem() throws Exception {
    Partner other = partner();
    String question =
        "{\"remote_system\":\"%s\",\"message_ids\":[\"1\"]}".formatted(other.remoteSystem.sysId());

    HttpResponse<String> answer = partner.ask(question);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("\"status\":\"failure\"", "is not the Inbound API User of remote system");
    assertThat(partner.ask(question.replace(other.remoteSystem.sysId(), SysId.next())).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aRemoteSystemThatIsNotActiveIsTold() throws Exception {
    records.update(
        Actor.system(),
        "ih_sync_remote_system",
        partner.remoteSystem.sysId(),
        Map.of("inbound_state", "disabled"));

    HttpResponse<String> answer = partner.ask(List.of("1"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("is not active here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"remote_system\":\"x\"}",
        "{\"message_ids\":[]}",
        "{\"remote_system\":\"x\",\"message_ids\":\"1\"}",
        "{\"remote_system\":\"x\",\"message_ids\":[{}]}",
        "{\"remote_system\":\"x\",\"message_ids\":[]} x",
        "{\"remote_system\":",
        "not JSON"
      })
  void whatIsNoQuestionIsAnsweredWithWhatWouldBeOne(String question) throws Exception {
    HttpResponse<String> answer = partner.ask(question);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"message\":\"Question could not be read\"", "must be a JSON object such as");
  }

  @Test
  void aQuestionIsBounded() throws Exception {
    List<String> many = Stream.generate(SysId::next).limit(501).toList();

    assertThat(partner.ask(many).statusCode()).isEqualTo(400);
    assertThat(partner.ask(many).body()).contains("More than 500 message_ids");
    assertThat(partner.ask(many.subList(0, 500)).statusCode()).isEqualTo(200);
    assertThat(partner.ask(Collections.nCopies(10, "x".repeat(10_000))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void idsThatNothingCanHaveAreUnknown() throws Exception {
    HttpResponse<String> answer =
        partner.ask(
            "{\"remote_system\":\"%s\",\"message_ids\":[\"\\u0000\",\"\\ud800\",null,7,\"\"]}"
                .formatted(partner.remoteSystem.sysId()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Partner.JSON.readTree(answer.body()).findValuesAsText("status"))
        .hasSize(5)
        .containsOnly("unknown");
  }

  private void awaitState(ObjectNode message, String state) {
    await()
        .untilAsserted(
            () -> assertThat(ask(id(message)).get(0).path("state").asText()).isEqualTo(state));
  }

  private JsonNode ask(String... ids) throws Exception {
    HttpResponse<String> answer = partner.ask(List.of(ids));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Objects.requireNonNull(Partner.JSON.readTree(answer.body()));
  }

  private static String id(ObjectNode message) {
    return message.path("message_id").asText();
  }
}
