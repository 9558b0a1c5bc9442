package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.record.Operation;
import dev.processsync.testing.FlowResult;
import dev.processsync.testing.SubflowExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an update does to a record that was changed here, too (docs/reference.md). */
class MergeTest {

  private static final Path MODEL =
      Path.of("src/test/resources/subflows/request-hardware-inbound.bpmn");

  @RegisterExtension static final SubflowExtension subflow = SubflowExtension.of(MODEL);

  @BeforeEach
  void aCorrelatedIncident() {
    subflow.given().group("Hardware").group("Desk");
    subflow
        .given()
        .localRecord(
            "incident",
            Map.of("short_description", "A laptop", "description", "A laptop", "urgency", "3"))
        .activeCorrelation()
        .unchanged("short_description", "A laptop")
        .unchanged("severity", "3")
        .unchanged("state", "1");
  }

  @Test
  void whatWasNotChangedThereIsNotTouchedHere() {
    subflow.given().changedHere(Map.of("urgency", "1")).changed("state", "1", "2");

    FlowResult result = subflow.run(Operation.UPDATE);

    result
        .hasNoWarnings()
        .localRecord()
        .hasFields(Map.of("short_description", "A laptop", "urgency", "1", "state", "2"));
  }

  @Test
  void whatOnlyTheyChangedIsTaken() {
    subflow.given().changed("short_description", "A laptop", "A tablet");

    FlowResult result = subflow.run(Operation.UPDATE);

    result.hasNoWarnings().updated("incident").hasField("short_description", "A tablet");
  }

  @Test
  void whatBothMadeTheSameIsNoConflict() {
    subflow
        .given()
        .changedHere(Map.of("short_description", "A tablet", "description", "A tablet"))
        .changed("short_description", "A laptop", "A tablet");

    subflow.run(Operation.UPDATE).hasNoWarnings().updatedNothing();
  }

  @Test
  void ofTwoChangesTheNewestCountsWhicheverArrivesLast() {
    subflow
        .given()
        .changedHere(Map.of("short_description", "A phone"))
        .changed("short_description", "A laptop", "A tablet")
        .changedEarlierBy("abel");

    FlowResult result = subflow.run(Operation.UPDATE);

    result.localRecord().hasField("short_description", "A phone");
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .contains("(short_description) was changed here and there");

    subflow.given().changed("short_description", "A tablet", "A chair").changedLaterBy("abel");
    subflow.run(Operation.UPDATE).localRecord().hasField("short_description", "A chair");
  }

  @Test
  void aValueThatWasChangedToAndFroIsNotTakenForOneThatNobodyChanged() {
    subflow
        .given()
        .changedHere(Map.of("short_description", "A phone"))
        .changedHere(Map.of("short_description", "A laptop"))
        .changed("short_description", "A laptop", "A tablet")
        .changedEarlierBy("abel");

    subflow.run(Operation.UPDATE).localRecord().hasField("short_description", "A laptop");
  }

  @Test
  void aFieldThatTheyEmptiedIsEmptiedAndOneThatWasEmptyIsFilled() {
    subflow.given().changed("short_description", "A laptop", "").changed("state", "1", "2");
    subflow.run(Operation.UPDATE).localRecord().hasField("short_description", "");

    subflow.given().changed("short_description", "", "A tablet").unchanged("state", "2");
    subflow.run(Operation.UPDATE).localRecord().hasField("short_description", "A tablet");
  }

  @Test
  void aReferenceIsComparedByWhatItMeansHere() {
    subflow
        .given()
        .changedHere(Map.of("assignment_group", subflow.idOf("sys_user_group", "Desk")))
        .changedReference("assignment_group", "Desk", "Hardware")
        .changedEarlierBy("abel");

    // What stands here is of later, and yet what they changed it from: they may not have seen it.
    subflow.run(Operation.UPDATE).localRecord().hasField("assignment_group", "Desk");

    subflow.given().changedLaterBy("abel");
    subflow.run(Operation.UPDATE).localRecord().hasField("assignment_group", "Hardware");
  }

  @Test
  void textWithPillsIsComparedAsATextOfBeforeAndOfNow() {
    publish(
        ">${changed_fields.short_description}<",
        ">Customer: ${changed_fields.short_description} (${changed_fields.severity.value})<");
    subflow
        .given()
        .changedHere(
            Map.of(
                "short_description", "Customer: A laptop (3)",
                "description", "Customer: A laptop (3)"))
        .changed("short_description", "A laptop", "A tablet")
        .changedLaterBy("abel");

    subflow
        .run(Operation.UPDATE)
        .hasNoWarnings()
        .localRecord()
        .hasField("short_description", "Customer: A tablet (3)");

    subflow
        .given()
        .changedHere(Map.of("short_description", "Ours"))
        .unchanged("short_description", "A tablet")
        .changed("state", "1", "2");
    subflow
        .run(Operation.UPDATE)
        .localRecord()
        .hasFields(Map.of("short_description", "Ours", "state", "2"));
  }

  @Test
  void whatIsMadeOfNothingThatIsInThePayloadIsWrittenAsItStands() {
    publish(">${changed_fields.short_description}<", ">From the customer<");
    subflow.given().changedHere(Map.of("short_description", "Ours")).changed("state", "1", "2");

    subflow
        .run(Operation.UPDATE)
        .hasNoWarnings()
        .localRecord()
        .hasField("short_description", "From the customer");
  }

  @ParameterizedTest
  @CsvSource({"NEWEST, Ours", "REMOTE, Theirs", "LOCAL, Ours", "ASK, Ours"})
  void theInboundFlowSaysWhatBecomesOfAConflict(ConflictPolicy policy, String counts) {
    subflow
        .given()
        .conflictPolicy(policy)
        .changedHere(Map.of("short_description", "Ours"))
        .changed("short_description", "A laptop", "Theirs")
        .changed("state", "1", "2")
        .changedEarlierBy("abel");

    subflow
        .run(Operation.UPDATE)
        .localRecord()
        .hasFields(Map.of("short_description", counts, "state", "2"));
  }

  @Test
  void theStepSaysOtherwiseForAField() {
    choose("short_description", "local");
    subflow
        .given()
        .conflictPolicy(ConflictPolicy.REMOTE)
        .changedHere(Map.of("short_description", "Ours", "description", "Ours"))
        .changed("short_description", "A laptop", "Theirs")
        .changedLaterBy("abel");

    subflow
        .run(Operation.UPDATE)
        .localRecord()
        .hasFields(Map.of("short_description", "Ours", "description", "Theirs"));
  }

  @Test
  void aPolicyThatThereIsNoneOfIsToldAndNothingChanges() {
    choose("short_description", "theirs");
    subflow.given().changed("short_description", "A laptop", "Theirs");

    subflow
        .fails(Operation.UPDATE)
        .because("The input 'conflict_policies' must be for each field one of newest, remote");
  }

  private static void choose(String field, String policy) {
    publish(
        "<camunda:inputParameter name=\"record\">",
        "<camunda:inputParameter name=\"conflict_policies\"><camunda:map><camunda:entry key=\"%s\">%s</camunda:entry></camunda:map></camunda:inputParameter><camunda:inputParameter name=\"record\">"
            .formatted(field, policy));
  }

  @Test
  void ofARecordThatIsNewToUsTheNewestValuesCount() {
    subflow
        .given()
        .changedHere(Map.of("urgency", "1"))
        .newToUs("short_description", "A tablet")
        .newToUs("severity", "2")
        .changed("state", "1", "2")
        .changedLaterBy("abel");

    subflow
        .run(Operation.UPDATE)
        .localRecord()
        .hasFields(Map.of("short_description", "A tablet", "urgency", "1", "state", "2"));
  }

  @Test
  void aPayloadThatSaysNothingOfChangesIsWrittenAsItStands() {
    subflow
        .given()
        .changedHere(Map.of("short_description", "Ours"))
        .field("short_description", "A laptop")
        .field("severity", "3")
        .field("state", "1");

    subflow
        .run(Operation.UPDATE)
        .hasNoWarnings()
        .localRecord()
        .hasField("short_description", "A laptop");
  }

  /** In both mappings, of the new record and of the one that is updated. */
  private static void publish(String text, String another) {
    try {
      subflow.publish(Files.readString(MODEL).replace(text, another));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
