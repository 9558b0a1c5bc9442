package dev.processsync.inbound;

import static dev.processsync.TestFlows.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.TestFlows;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Messages are applied where they arrive if nothing is in their way, and the answer says so. */
@InstanceTest
@ExtendWith(OutputCaptureExtension.class)
class FlowsOnArrivalTest {

  private static final String TEMPLATE = "inbound-flow-template-basic";

  @Autowired private Records records;
  @Autowired private RepositoryService repository;
  @LocalServerPort private int port;

  @Test
  void theAnswerNamesTheRecordThatTheMessageBecame() throws Exception {
    Partner partner = partner(TEMPLATE);

    JsonNode receipt = partner.receipt(partner.message());

    assertThat(receipt.path("status").asText()).isEqualTo("accepted");
    assertThat(receipt.path("state").asText()).isEqualTo("applied");
    assertThat(receipt.path("record").path("table").asText()).isEqualTo("incident");
    String incident = receipt.path("record").path("sys_id").asText();
    assertThat(records.get(Actor.system(), "incident", incident).get("number"))
        .isEqualTo(receipt.path("record").path("number").asText());
    TableRecord entry = partner.entries().get(0);
    assertThat(entry.get("status")).isEqualTo("processed");
    assertThat(entry.get("local_record")).isEqualTo(incident);
    assertThat(entry.get("processed_at")).isNotEmpty();
  }

  @Test
  void theNextMessageOfTheRecordUpdatesWhatTheFirstOneMade() throws Exception {
    Partner partner = partner(TEMPLATE);
    String made = partner.receipt(partner.message()).path("record").path("sys_id").asText();

    // Again if a worker happens to have the lane, for an entry of another test.
    await()
        .untilAsserted(
            () -> {
              JsonNode updates =
                  receipts(
                      partner,
                      partner.message().put("operation", "update"),
                      partner.message().put("operation", "update"));
              assertThat(updates.findValuesAsText("state")).containsExactly("applied", "applied");
              assertThat(updates.findValuesAsText("sys_id")).containsExactly(made, made);
            });
  }

  @Test
  void aFlowThatFailsIsLeftToItsLaneAndHarmsNoOther() throws Exception {
    Partner partner = partner(olderTemplate());
    ObjectNode deletesWhatIsUnknown = partner.message().put("operation", "delete");
    ObjectNode other = partner.message().put("local_correlation_id", "local-2");

    JsonNode receipts = receipts(partner, deletesWhatIsUnknown, other);

    assertThat(receipts.findValuesAsText("status")).containsExactly("accepted", "accepted");
    assertThat(receipts.findValuesAsText("state")).containsExactly("received", "received");
    await()
        .untilAsserted(() -> assertThat(statuses(partner)).containsExactly("error", "processed"));
  }

  @Test
  void aRefusalIsLoggedOnceThoughTheFlowOfAnotherMessageFails(CapturedOutput output)
      throws Exception {
    Partner partner = partner(olderTemplate());
    ObjectNode refused =
        partner.message().put("local_correlation_id", "local-2").put("operation", "upsert");

    receipts(partner, partner.message().put("operation", "delete"), refused);

    assertThat(output.getOut().lines())
        .filteredOn(line -> line.contains(refused.path("message_id").asText()))
        .singleElement()
        .asString()
        .contains("refused (invalid_message)");
  }

  @Test
  void nothingOvertakesAnEntryOfItsRecordThatHasFailed() throws Exception {
    Partner partner = partner(olderTemplate());
    partner.receipt(partner.message().put("operation", "delete"));
    await().untilAsserted(() -> assertThat(statuses(partner)).containsExactly("error"));

    JsonNode behind = partner.receipt(partner.message());

    assertThat(behind.path("status").asText()).isEqualTo("accepted");
    assertThat(behind.path("state").asText()).isEqualTo("received");
    assertThat(statuses(partner)).containsExactly("error", "ready");
  }

  @Test
  void aFlowThatWaitsForSomebodyIsGivenToTheEngine() throws Exception {
    publish("arrives-and-waits", start("arrives-and-waits").userTask("Person"));
    Partner partner = partner("arrives-and-waits");

    JsonNode receipt = partner.receipt(partner.message());

    assertThat(receipt.path("status").asText()).isEqualTo("accepted");
    assertThat(receipt.path("state").asText()).isEqualTo("received");
    await()
        .untilAsserted(() -> assertThat(partner.entries().get(0).get("stage")).isEqualTo("engine"));
  }

  @Test
  void aFlowThatDecidesAgainstItIsSkippedAndSaysSo() throws Exception {
    publish(
        "arrives-and-skips",
        start("arrives-and-skips")
            .serviceTask("Skip")
            .camundaDelegateExpression("${setQueueRecordStatus}")
            .camundaInputParameter("queue_record", "${queue_entry}")
            .camundaInputParameter("status", "skipped")
            .camundaInputParameter("reason", "Not for us"));
    Partner partner = partner("arrives-and-skips");

    JsonNode receipt = partner.receipt(partner.message());

    assertThat(receipt.path("state").asText()).isEqualTo("skipped");
    assertThat(receipt.path("reason").asText()).isEqualTo("Not for us");
    assertThat(receipt.has("record")).isFalse();
    assertThat(partner.entries().get(0).get("error_info")).isEqualTo("Not for us");
  }

  @Test
  void aFlowThatReadsItsOwnEntryRunsWhenThatIsThere() throws Exception {
    publish(
        "arrives-and-reads",
        start("arrives-and-reads")
            .serviceTask("Read")
            .camundaDelegateExpression("${lookUpRecords}")
            .camundaInputParameter("table", "ih_sync_inbound_queue")
            .camundaInputParameter("query", "status=ready^ORDERBYDESCsequence")
            .camundaOutputParameter("own", "${record.message_id}")
            .serviceTask("Write")
            .camundaDelegateExpression("${setQueueRecordStatus}")
            .camundaInputParameter("queue_record", "${queue_entry}")
            .camundaInputParameter("status", "skipped")
            .camundaInputParameter("reason", "Read ${own}"));
    Partner partner = partner("arrives-and-reads", "ih_process_sync");
    ObjectNode message = partner.message();

    assertThat(partner.receipt(message).path("state").asText()).isEqualTo("received");

    await().untilAsserted(() -> assertThat(statuses(partner)).containsExactly("skipped"));
    assertThat(partner.entries().get(0).get("error_info"))
        .isEqualTo("Read " + message.path("message_id").asText());
  }

  /** Fails for a delete of what is unknown. */
  private String olderTemplate() throws Exception {
    String key = "inbound-from-before";
    Path model = Path.of("src/test/resources/subflows", key + ".bpmn");
    repository.createDeployment().addString(key + ".bpmn", Files.readString(model)).deploy();
    return key;
  }

  private Partner partner(String subflow, String... rolesOfRunAs) {
    return new Partner(new SyncSetup(records), records, port, subflow, rolesOfRunAs);
  }

  private void publish(String key, AbstractFlowNodeBuilder<?, ?> last) {
    TestFlows.publish(repository, "inbound", key, last);
  }

  private static JsonNode receipts(Partner partner, ObjectNode... messages) throws Exception {
    return Objects.requireNonNull(Partner.JSON.readTree(partner.post(List.of(messages)).body()));
  }

  private static List<String> statuses(Partner partner) {
    return partner.entries().stream().map(entry -> entry.get("status")).toList();
  }
}
