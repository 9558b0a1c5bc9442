package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.dictionary.SysId;
import dev.processsync.identity.Role;
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

/** What the mapping of steps 40–42 of the tutorial does, and what others do in its place. */
class MappingTest {

  private static final Path MODEL =
      Path.of("src/test/resources/subflows/request-hardware-inbound.bpmn");

  @RegisterExtension static final SubflowExtension subflow = SubflowExtension.of(MODEL);

  @BeforeEach
  void aRequestFromTheOtherInstance() {
    subflow
        .given()
        .field("number", "INC0040015")
        .field("short_description", "A laptop")
        .reference("assignment_group", "9f5b572d9cd82010f877a5cfd1fdce30", "Hardware")
        .field("severity", "1")
        .field("state", "2");
  }

  @Test
  void aReferenceResolvesByIdBeforeItResolvesByDisplayValue() {
    subflow.given().group("Hardware").group("Another");
    subflow
        .given()
        .reference("assignment_group", subflow.idOf("sys_user_group", "Another"), "Hardware");

    FlowResult result = subflow.run(Operation.CREATE);

    result.created("incident").hasField("assignment_group", "Another");
  }

  @Test
  void aReferenceThatLeadsNowhereStaysEmptyWithAWarning() {
    FlowResult result = subflow.run(Operation.CREATE);

    result.created("incident").hasField("assignment_group", "");
    assertThat(result.warnings())
        .containsExactly(
            "Assignment group (incident.assignment_group) stays empty: no record of"
                + " sys_user_group is '9f5b572d9cd82010f877a5cfd1fdce30' or 'Hardware'.");
  }

  @Test
  void anUpdateWithAReferenceThatLeadsNowhereLeavesWhatIsThere() {
    subflow.given().group("Desk");
    subflow
        .given()
        .localRecord(
            "incident",
            Map.of(
                "short_description",
                "As it was",
                "assignment_group",
                subflow.idOf("sys_user_group", "Desk")))
        .activeCorrelation();

    FlowResult result = subflow.run(Operation.UPDATE);

    result.localRecord().hasField("assignment_group", "Desk");
    assertThat(result.warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith("Assignment group (incident.assignment_group) stays as it is: no"));
  }

  @Test
  void aNameIsFoundHoweverItIsSpelledAndTheWarningSaysWhichMayBeMeant() {
    subflow.given().group("Field Service");
    subflow.given().reference("assignment_group", "9f5b57", " field SERVICE ");

    subflow.run(Operation.CREATE).created("incident").hasField("assignment_group", "Field Service");
  }

  @Test
  void aPillThatThePayloadDidNotBringLeavesTheFieldAlone() {
    subflow
        .given()
        .localRecord("incident", Map.of("short_description", "As it was"))
        .activeCorrelation()
        .payload(
            "{\"changed_fields\":[{\"key\":\"sys_id\",\"value\":\"1\"},{\"key\":\"state\",\"value\":\"2\"}]}");

    FlowResult result = subflow.run(Operation.UPDATE);

    result
        .updated("incident")
        .hasFields(Map.of("short_description", "As it was", "state", "2"))
        .hasChangedOnly("state", "incident_state");
  }

  @Test
  void aPillThatIsEmptyEmptiesTheField() {
    subflow
        .given()
        .localRecord("incident", Map.of("short_description", "As it was"))
        .activeCorrelation()
        .field("short_description", "");

    FlowResult result = subflow.run(Operation.UPDATE);

    result.updated("incident").hasField("short_description", "");
  }

  @Test
  void textMayHavePillsInIt() {
    publish(
        ">${changed_fields.short_description}<",
        ">${changed_fields.number.value} for ${changed_fields.assignment_group.display_value} at ${capture_metadata.timestamp}<");

    FlowResult result = subflow.run(Operation.CREATE);

    result
        .created("incident")
        .hasField("short_description", "INC0040015 for Hardware at 2024-05-17 10:29:59");
  }

  @Test
  void aConstantIsWrittenAsItStands() {
    publish("key=\"urgency\">${changed_fields.severity}<", "key=\"category\">hardware<");

    FlowResult result = subflow.run(Operation.CREATE);

    result.created("incident").hasField("category", "hardware");
  }

  @Test
  void aPillThatIsNotInTheSampleIsNamed() {
    publish("changed_fields.severity", "changed_fields.sverity");

    subflow
        .fails(Operation.CREATE)
        .at("ServiceTask_CreateIncidentRecord")
        .because(
            "changed_fields.sverity is not in the sample payload: it has sys_class_name, sys_id, number, short_description, assignment_group, severity, state.");
  }

  @Test
  void anUnknownFieldIsNamedAndNothingChanges() {
    publish("key=\"urgency\"", "key=\"urgencyy\"");

    subflow
        .fails(Operation.CREATE)
        .at("ServiceTask_CreateIncidentRecord")
        .because("Incident [incident] has no field 'urgencyy'");
  }

  @Test
  void anUpdateOfARecordThatWasDeletedHereIsSkipped() {
    subflow.given().changed("short_description", "Before", "After");
    subflow.given().activeCorrelation().deletedLocalRecord();

    subflow.run(Operation.UPDATE).isSkipped("its record was deleted here").createdNothing();
  }

  @Test
  void aRecordThatIsNotTheEventsHasToBeThere() {
    publish("${correlation.local_record}", SysId.next());
    subflow.given().activeCorrelation();

    subflow
        .fails(Operation.UPDATE)
        .at("ServiceTask_UpdateIncidentRecord")
        .because("was deleted on this instance, so it can't be updated");
  }

  @Test
  void theUserWhoAppliesEventsNeedsTheRoleForIt() {
    subflow.given().remoteSystem("Customer Instance").runAs(Role.INCIDENT_MANAGER);

    subflow
        .fails(Operation.CREATE)
        .because(
            "Remote system 'Customer Instance' runs inbound flows as rps.run.as, who lacks the role ih_process_sync_run_as.");
  }

  @Test
  void theRunAsUserNeedsAccessToTheTableToo() {
    subflow.given().runAs(Role.RUN_AS);

    subflow.fails(Operation.CREATE).because("'rps.run.as' may not create Incident");
  }

  @Test
  void pillsSurviveAWait() {
    publish(
        "sourceRef=\"ServiceTask_LookUpCorrelation\" targetRef=\"Gateway_RecordDeleted\" />",
        "sourceRef=\"ServiceTask_LookUpCorrelation\" targetRef=\"UserTask_Wait\" />"
            + "<bpmn:userTask id=\"UserTask_Wait\" />"
            + "<bpmn:sequenceFlow id=\"Flow_Waited\" sourceRef=\"UserTask_Wait\" targetRef=\"Gateway_RecordDeleted\" />");

    FlowResult waiting = subflow.run(Operation.CREATE);
    waiting.isWaitingAt("UserTask_Wait").createdNothing().hasNoCorrelation();

    FlowResult result = waiting.complete("UserTask_Wait", Map.of());
    result.created("incident").hasField("short_description", "A laptop").isCorrelated();
  }

  private static void publish(String text, String another) {
    try {
      subflow.publish(Files.readString(MODEL).replace(text, another));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
