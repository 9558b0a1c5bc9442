package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Correlations;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.outbound.OtherSide.Answer;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens to captured changes when the other side is well, refuses, fails, or can't be
 * reached.
 */
@InstanceTest
@TestPropertySource(
    properties = {
      "process-sync.outbound.connection-interval=100ms",
      "process-sync.outbound.connection-tries=2",
      "process-sync.outbound.poll-interval=50ms"
    })
class TransmissionTest {

  private static final String QUEUE = "ih_sync_outbound_queue";

  @Autowired private Records records;
  @Autowired private Correlations correlations;
  @Autowired private TransactionTemplate transaction;

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
    other.behaves(OtherSide::acceptsAll);
    await()
        .untilAsserted(
            () ->
                assertThat(entries())
                    .allSatisfy(entry -> assertThat(entry.get("status")).isEqualTo("processed")));
    other.close();
  }

  @Test
  void addressesAMessageFromTheReceiversSide() {
    TableRecord incident = incident("Broken laptop");
    awaitStatus("processed");

    Correlation correlation =
        correlations.findByLocalRecord(remoteSystem.sysId(), incident.sysId()).orElseThrow();
    JsonNode message = other.messages().get(0);
    assertThat(message.path("message_id").asText()).isEqualTo(entries().get(0).sysId());
    assertThat(message.path("remote_system").asText()).isEqualTo(remoteSystem.get("external_id"));
    assertThat(message.path("process_event").asText()).isEqualTo("Request Hardware");
    assertThat(message.path("operation").asText()).isEqualTo("create");
    assertThat(message.path("local_correlation_id").asText())
        .isEqualTo(correlation.remoteCorrelationId());
    assertThat(message.path("remote_correlation_id").asText())
        .isEqualTo(correlation.localCorrelationId());
    assertThat(message.at("/payload/changed_fields/1/value").asText()).isEqualTo(incident.sysId());
  }

  @Test
  void sendsTheChangesOfARecordOneAfterTheOther() {
    TableRecord incident = incident("first");
    transaction.executeWithoutResult(
        status -> {
          change(incident, "second");
          change(incident, "third");
        });
    awaitStatus("processed");

    assertThat(other.messages())
        .extracting(message -> message.at("/payload/changed_fields/3/value").asText())
        .containsExactly("first", "second", "third");
  }

  @Test
  void putsARefusedMessageIntoErrorAndLetsOnlyItsRecordWait() {
    other.behaves(messages -> OtherSide.refuses(messages, message -> isAbout(message, "bad")));
    TableRecord bad = incident("bad");
    await().untilAsserted(() -> assertThat(entries().get(0).get("status")).isEqualTo("error"));
    change(bad, "worse");
    incident("good");

    await().untilAsserted(() -> assertThat(entries().get(2).get("status")).isEqualTo("processed"));
    assertThat(entries().get(0).get("error_info")).contains("No thanks.");
    assertThat(entries().get(1).get("status")).isEqualTo("ready");

    other.behaves(OtherSide::acceptsAll);
    records.update(Actor.system(), QUEUE, entries().get(0).sysId(), Map.of("status", "ready"));
    awaitStatus("processed");
    assertThat(other.messages())
        .filteredOn(message -> isAbout(message, "bad"))
        .hasSize(2)
        .extracting(message -> message.path("message_id").asText())
        .containsOnly(entries().get(0).sysId());
  }

  @Test
  void keepsEntriesReadyWhileTheOtherSideFailsAndGoesOnByItself() {
    other.behaves(messages -> new Answer(500, "{}"));
    incident("patient");

    await().untilAsserted(() -> assertThat(system().get("outbound_state")).isEqualTo("error"));
    assertThat(system().get("state_reason")).contains("HTTP 500");
    assertThat(entries().get(0).get("status")).isEqualTo("ready");

    other.behaves(OtherSide::acceptsAll);
    awaitStatus("processed");
    await().untilAsserted(() -> assertThat(system().get("outbound_state")).isEqualTo("active"));
    assertThat(system().get("state_reason")).isEmpty();
  }

  @Test
  void waitsAsLongAsTheOtherSideAsksButNotWhenItWasValidatedAgain() {
    other.behaves(messages -> new Answer(503, "{}"));
    incident("patient");
    await().untilAsserted(() -> assertThat(system().get("state_reason")).contains("is busy"));
    other.behaves(OtherSide::acceptsAll);
    await()
        .during(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(entries().get(0).get("status")).isEqualTo("ready"));
    assertThat(other.requests()).hasSize(1);

    state("disabled");
    state("active");

    awaitStatus("processed");
  }

  @Test
  void waitsWithoutAnErrorForOneWhoTakesNoMoreForNow() {
    other.behaves(messages -> new Answer(429, "{}"));
    incident("patient");

    await().untilAsserted(() -> assertThat(system().get("state_reason")).contains("HTTP 429"));
    await()
        .during(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(other.requests()).hasSize(1));
    assertThat(system().get("outbound_state")).isEqualTo("active");
    assertThat(entries().get(0).get("status")).isEqualTo("ready");

    state("disabled");
    other.behaves(OtherSide::acceptsAll);
    state("active");

    awaitStatus("processed");
  }

  @Test
  void sendsTheSameMessageAgainWhenItsAnswerWasLost() {
    AtomicInteger lost = new AtomicInteger();
    other.behaves(
        messages ->
            lost.incrementAndGet() == 1 ? new Answer(0, "") : OtherSide.acceptsAll(messages));
    incident("told twice");
    awaitStatus("processed");

    assertThat(other.messages()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(other.messages())
        .extracting(message -> message.path("message_id").asText())
        .containsOnly(entries().get(0).sysId());
  }

  @Test
  void sendsOneByOneWhenABatchIsTooLarge() {
    other.behaves(messages -> new Answer(500, ""));
    transaction.executeWithoutResult(
        status -> {
          incident("one");
          incident("two");
          incident("three");
        });
    await()
        .untilAsserted(
            () -> assertThat(entries()).extracting(e -> e.get("stage")).containsOnly("transmit"));

    other.behaves(
        messages -> messages.size() > 1 ? new Answer(413, "{}") : OtherSide.acceptsAll(messages));

    awaitStatus("processed");
  }

  @Test
  void halvesARequestThatIsTooLargeInsteadOfSendingOneByOne() {
    other.behaves(messages -> new Answer(500, ""));
    transaction.executeWithoutResult(
        status -> {
          for (int i = 0; i < 16; i++) {
            incident("one of many " + i);
          }
        });
    await()
        .untilAsserted(
            () -> assertThat(entries()).extracting(e -> e.get("stage")).containsOnly("transmit"));
    int before = other.requests().size();

    other.behaves(
        messages -> messages.size() > 8 ? new Answer(413, "{}") : OtherSide.acceptsAll(messages));

    awaitStatus("processed");
    assertThat(other.requests().size() - before).isLessThan(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Welcome</html>",
        "",
        "null",
        "[]",
        "[null]",
        "{}",
        "[[]]",
        "\"accepted\"",
        "[{\"message_id\":null,\"status\":null}]",
        "[{\"message_id\":\"%s\"}]",
        "[{\"message_id\":\"%s\",\"status\":null}]",
        "[{\"message_id\":\"%s\",\"status\":{}}]",
        "[{\"message_id\":\"%s\",\"status\":\"maybe\"}]",
        "[{\"message_id\":\"%s\",\"status\":\"accepted\"},{\"message_id\":\"%<s\",\"status\":\"refused\"}]",
        "[{\"message_id\":\"somebody else's\",\"status\":\"accepted\"}]"
      })
  void takesAnAnswerWithoutReceiptsForNoAnswer(String answer) {
    other.behaves(
        messages -> new Answer(200, answer.formatted(messages.get(0).path("message_id").asText())));
    incident("unheard");

    await()
        .untilAsserted(
            () -> assertThat(system().get("state_reason")).contains("has no receipt for message"));
    assertThat(entries().get(0).get("status")).isEqualTo("ready");
  }

  @Test
  void sendsNothingToADisabledRemoteSystemUntilItIsActive() {
    state("disabled");
    incident("waiting");
    await().untilAsserted(() -> assertThat(entries().get(0).get("stage")).isEqualTo("transmit"));
    assertThat(other.requests()).isEmpty();

    state("active");

    awaitStatus("processed");
  }

  private void state(String outboundState) {
    records.update(
        Actor.system(),
        "ih_sync_remote_system",
        remoteSystem.sysId(),
        Map.of("outbound_state", outboundState));
  }

  private static boolean isAbout(JsonNode message, String shortDescription) {
    return message.at("/payload/changed_fields/3/value").asText().equals(shortDescription);
  }

  private TableRecord incident(String shortDescription) {
    return records.insert(
        Actor.system(),
        "incident",
        Map.of("short_description", shortDescription, "assignment_group", group.sysId()));
  }

  private void change(TableRecord incident, String shortDescription) {
    records.update(
        Actor.system(),
        "incident",
        incident.sysId(),
        Map.of("short_description", shortDescription));
  }

  private TableRecord system() {
    return records.get(Actor.system(), "ih_sync_remote_system", remoteSystem.sysId());
  }

  private void awaitStatus(String status) {
    await()
        .untilAsserted(
            () ->
                assertThat(entries())
                    .isNotEmpty()
                    .extracting(entry -> entry.get("status"))
                    .containsOnly(status));
  }

  private List<TableRecord> entries() {
    return records.list(
        Actor.system(),
        QUEUE,
        Query.parse("remote_system=" + remoteSystem.sysId() + "^ORDERBYsequence"),
        0,
        100);
  }
}
