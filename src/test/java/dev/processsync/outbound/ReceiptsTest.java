package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.outbound.OtherSide.Answer;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the other side says has become of messages, and how it is asked. */
@InstanceTest
class ReceiptsTest {

  private static final String QUEUE = "ih_sync_outbound_queue";
  private static final String RECORD =
      "\"record\":{\"table\":\"incident\",\"sys_id\":\"their-id\",\"number\":\"INC0010007\"}";

  @Autowired private Records records;
  @Autowired private DSLContext sql;

  private final OtherSide other = new OtherSide();
  private TableRecord group = new TableRecord("", Map.of());
  private TableRecord remoteSystem = new TableRecord("", Map.of());
  private TableRecord capture = new TableRecord("", Map.of());

  @BeforeEach
  void incidentsOfAGroupAreSentToTheOtherSide() {
    SyncSetup setup = new SyncSetup(records);
    TableRecord definition = setup.definition();
    TableRecord event = setup.event(definition, "Request Hardware");
    remoteSystem =
        setup.activeRemoteSystem(
            definition,
            setup.alias(other.url()),
            setup.user("api", "ih_process_sync_api"),
            setup.user("run.as", "ih_process_sync_run_as", "incident_manager"));
    setup.outboundFlow(event, remoteSystem, "outbound-flow-template-basic");
    group = setup.insert("sys_user_group", Map.of("name", setup.unique("Group")));
    capture =
        setup.activeCapture(event, "assignment_group=" + group.sysId(), "number,short_description");
  }

  @AfterEach
  void theOtherSideIsGone() {
    records.update(
        Actor.system(), "ih_sync_capture_definition", capture.sysId(), Map.of("state", "draft"));
    records.update(
        Actor.system(),
        "ih_sync_remote_system",
        remoteSystem.sysId(),
        Map.of("outbound_state", "disabled"));
    other.close();
  }

  @Test
  void anOldPeerThatSaysNothingOfReceiptsIsNeverAsked() {
    incident();

    awaitReceipt("");
    assertThat(only().get("status")).isEqualTo("processed");
    await()
        .during(Duration.ofSeconds(3))
        .untilAsserted(() -> assertThat(other.questions()).isEmpty());
  }

  @Test
  void whatWasAppliedAtOnceIsNotedWithoutAnotherRequestOrVersionOfTheRow() {
    other.behaves(messages -> OtherSide.acceptsAll(messages, "\"state\":\"applied\"," + RECORD));
    incident();
    awaitReceipt("applied");

    TableRecord applied = only();
    assertThat(applied.get("status")).isEqualTo("processed");
    assertThat(applied.get("remote_record")).isEqualTo("their-id");
    assertThat(applied.get("remote_number")).isEqualTo("INC0010007");
    assertThat(applied.get("receipt_info")).isEmpty();
    assertThat(applied.get("sys_mod_count"))
        .as("sent, and its flow if that had a turn")
        .isIn("1", "2");
    assertThat(open()).isZero();
    assertThat(other.questions()).isEmpty();
  }

  @Test
  void whatWasOnlyReceivedIsAskedForUntilItHasEnded() {
    other.behaves(messages -> OtherSide.acceptsAll(messages, "\"state\":\"received\""));
    other.answers(
        question ->
            OtherSide.says(
                question, "\"state\":\"error\",\"reason\":\"No such user\",\"tries\":4"));
    incident();
    awaitReceipt("error");

    assertThat(only().get("receipt_info")).isEqualTo("After 4 tries: No such user");
    JsonNode question = other.questions().get(0);
    assertThat(question.path("remote_system").asText()).isEqualTo(remoteSystem.get("external_id"));
    assertThat(question.path("message_ids").get(0).asText()).isEqualTo(only().sysId());

    other.answers(question2 -> OtherSide.says(question2, "\"state\":\"applied\"," + RECORD));
    awaitReceipt("applied");
    assertThat(only().get("receipt_info")).isEmpty();
    assertThat(only().get("remote_number")).isEqualTo("INC0010007");
    assertThat(open()).isZero();
  }

  @Test
  void theSameAnswerAgainChangesNothing() {
    other.behaves(messages -> OtherSide.acceptsAll(messages, "\"state\":\"received\""));
    other.answers(question -> OtherSide.says(question, "\"state\":\"received\""));
    incident();

    await().untilAsserted(() -> assertThat(other.questions()).isNotEmpty());
    String versions = only().get("sys_mod_count");

    await().untilAsserted(() -> assertThat(other.questions()).hasSizeGreaterThan(2));

    assertThat(only().get("receipt")).isEqualTo("received");
    assertThat(only().get("sys_mod_count")).isEqualTo(versions);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 400, 403, 429, 500, 503, 0})
  void aPeerThatDoesNotAnswerTheQuestionIsLeftAloneForAWhile(int status) {
    other.behaves(messages -> OtherSide.acceptsAll(messages, "\"state\":\"received\""));
    other.answers(question -> new Answer(status, "<html>No</html>"));
    incident();

    await().untilAsserted(() -> assertThat(other.questions()).hasSize(1));
    await()
        .during(Duration.ofSeconds(3))
        .untilAsserted(() -> assertThat(other.questions()).hasSize(1));
    assertThat(only().get("receipt")).isEqualTo("received");
    assertThat(system().get("outbound_state")).isEqualTo("active");
    assertThat(system().get("state_reason")).isEmpty();
  }

  @Test
  void aMessageThatIsNotKnownThereAnyMoreIsNotAskedForAgain() {
    other.behaves(messages -> OtherSide.acceptsAll(messages, "\"state\":\"received\""));
    other.answers(question -> OtherSide.says(question, "\"status\":\"unknown\""));
    incident();

    awaitReceipt("unknown");
    assertThat(only().get("receipt_info")).contains("deleted there");
    assertThat(open()).isZero();
  }

  @Test
  void aConflictIsToldInWordsWithTheFieldsNames() {
    other.behaves(
        messages ->
            OtherSide.acceptsAll(
                messages,
                "\"state\":\"conflict\",\"conflicts\":[{\"field\":\"urgency\",\"outcome\":\"local\"},"
                    + "{\"field\":\"state\",\"outcome\":\"remote\"},{\"field\":\"impact\",\"outcome\":\"open\"}],"
                    + RECORD));
    incident();
    awaitReceipt("conflict");

    assertThat(only().get("receipt_info"))
        .isEqualTo(
            "urgency was changed there, too: the value there counts. state was changed there, too: our value counts. "
                + "impact was changed there, too: not decided yet.");
    assertThat(open()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"state\":null",
        "\"state\":{}",
        "\"state\":\"\"",
        "\"state\":\"unknown\"",
        "\"state\":\"done\"",
        "\"state\":\"APPLIED\""
      })
  void aStateThatMeansNothingIsNoReceipt(String saying) {
    other.behaves(messages -> OtherSide.acceptsAll(messages, saying));
    incident();

    await().untilAsserted(() -> assertThat(only().get("status")).isEqualTo("processed"));
    assertThat(only().get("receipt")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"state\":\"applied\",\"record\":\"none\"",
        "\"state\":\"applied\",\"record\":[1],\"conflicts\":{},\"tries\":[]",
        "\"state\":\"skipped\",\"reason\":\"\\u0000\\ud800 %s\"",
        "\"state\":\"applied\",\"record\":{\"sys_id\":\"\\u0000%s\",\"number\":\"%<s\"}",
        "\"state\":\"conflict\",\"conflicts\":[1,null,{},{\"field\":\"%s\",\"outcome\":{}}]"
      })
  void whateverItSaysIsMadeFitForTheRecord(String saying) {
    String text = saying.formatted("😀".repeat(5_000));
    other.behaves(messages -> OtherSide.acceptsAll(messages, text));
    incident();

    await().untilAsserted(() -> assertThat(only().get("status")).isEqualTo("processed"));
    assertThat(only().get("receipt")).isNotEmpty();
  }

  @Test
  void listsAreFilteredByIt() {
    other.behaves(
        messages ->
            OtherSide.acceptsAll(messages, "\"state\":\"skipped\",\"reason\":\"Not for us\""));
    incident();
    awaitReceipt("skipped");

    assertThat(entries("^receipt=skipped^receipt_infoLIKEnot for")).hasSize(1);
    assertThat(entries("^receiptINapplied,error")).isEmpty();
  }

  private void incident() {
    records.insert(
        Actor.system(),
        "incident",
        Map.of("short_description", "A laptop", "assignment_group", group.sysId()));
  }

  private TableRecord system() {
    return records.get(Actor.system(), "ih_sync_remote_system", remoteSystem.sysId());
  }

  private void awaitReceipt(String receipt) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(only().get("status")).isEqualTo("processed");
              assertThat(only().get("receipt")).isEqualTo(receipt);
            });
  }

  /** How many of its messages are asked for still. */
  private int open() {
    return sql.fetchCount(
        sql.select()
            .from("process_sync.open_receipt")
            .where("remote_system = ?", remoteSystem.sysId()));
  }

  private TableRecord only() {
    List<TableRecord> all = entries("");
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<TableRecord> entries(String query) {
    return records.list(
        Actor.system(),
        QUEUE,
        Query.parse("remote_system=" + remoteSystem.sysId() + query),
        0,
        100);
  }
}
