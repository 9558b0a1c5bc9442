package dev.processsync.designer.check;

import static dev.processsync.designer.check.Checks.errors;
import static dev.processsync.designer.check.Checks.inbound;
import static dev.processsync.designer.check.Checks.input;
import static dev.processsync.designer.check.Checks.outbound;
import static dev.processsync.designer.check.Checks.output;
import static dev.processsync.designer.check.Checks.warnings;
import static dev.processsync.designer.check.Checks.with;
import static dev.processsync.designer.check.Checks.withAction;
import static dev.processsync.designer.check.Checks.withStep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.definition.Subflows.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PillRuleTest {

  @Test
  void aFieldThatIsNotInTheSampleIsNamedWithThoseThatAre() {
    assertThat(errors(Kind.INBOUND, logging("${changed_fields.sverity}")))
        .containsExactly(
            "One more: changed_fields.sverity is not in the sample payload: it has sys_id,"
                + " short_description, severity.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${changed_fields.severity}",
        "${changed_fields.severity.value} ${changed_fields['severity'].display_value}",
        "${changed_fields.severity.key == 'x' ? capture_metadata.timestamp : correlation.state}",
        "${capture_metadata.changed_by} of ${remote_system}, no ${'pill.in.here'}"
      })
  void whatThereIsCanBePicked(String message) {
    assertThat(errors(Kind.INBOUND, logging(message))).isEmpty();
  }

  @Test
  void afterAFieldComesItsValueItsDisplayValueOrItsKey() {
    assertThat(errors(Kind.INBOUND, logging("${changed_fields.severity.label}")))
        .containsExactly(
            "One more: changed_fields.severity.label is not a data pill: after a field comes"
                + " nothing, .value or .display_value.");
    assertThat(errors(Kind.INBOUND, logging("${changed_fields.severity.value.length}")))
        .containsExactly(
            "One more: ${changed_fields.severity.value.length} picks 'length' from what is text"
                + " already: leave it out.");
  }

  @Test
  void theCaptureMetadataAndACorrelationHaveTheirOwnPills() {
    assertThat(errors(Kind.INBOUND, logging("${capture_metadata.changed_on}")))
        .containsExactly(
            "One more: capture_metadata.changed_on is not a data pill: it has changed_by and"
                + " timestamp.");
    assertThat(errors(Kind.INBOUND, logging("${correlation.record}")))
        .singleElement()
        .asString()
        .contains("correlation.record is not a data pill: a correlation has sys_id");
  }

  @Test
  void aRecordThatWasLookedUpHasTheFieldsOfItsTable() {
    String lookUp =
        input("remote_system", "${remote_system}")
            + input("table", "problem")
            + output("found", "${record}")
            + output("workaround", "${record.workaround}")
            + output("colour", "${record.colour}");

    assertThat(errors(Kind.INBOUND, withAction(inbound(), "lookUpRecords", lookUp)))
        .containsExactly(
            "One more: The table 'problem' has no field 'colour' that a data pill could show.");
  }

  @Test
  void aNameThatNobodyGivesIsToldWithTheOneThatIsMeant() {
    assertThat(errors(Kind.INBOUND, logging("${chnaged_fields.severity}")))
        .containsExactly(
            "One more: 'chnaged_fields' in ${chnaged_fields.severity} is neither an input of"
                + " inbound subflows nor an output of an activity. Did you mean changed_fields?");
  }

  @Test
  void eachKindOfSubflowHasItsOwnInputs() {
    assertThat(
            errors(
                Kind.OUTBOUND,
                with(outbound(), "operation != 'delete'", "local_correlation != 'delete'")))
        .singleElement()
        .asString()
        .startsWith(
            "Correlation found?, way to Create Correlation: 'local_correlation' in"
                + " ${local_correlation} is neither an input of outbound subflows");
  }

  @Test
  void anOutputSeesWhatItsActionGivesAndOthersDoNot() {
    String found = output("found", "${count}");

    assertThat(
            errors(
                Kind.INBOUND,
                withAction(
                    inbound(),
                    "lookUpRecords",
                    input("remote_system", "${remote_system}")
                        + input("table", "incident")
                        + found)))
        .isEmpty();
    assertThat(
            errors(
                Kind.INBOUND,
                withAction(
                    inbound(),
                    "writeLog",
                    input("level", "info") + input("message", "Hello") + found)))
        .singleElement()
        .asString()
        .contains("'count' in ${count}");
  }

  @Test
  void whatAPersonMaySetIsOnlyAWarning() {
    String model =
        withStep(
            with(inbound(), "${operation == 'delete' or operation == 'leave'}", "${rejected}"),
            "UserTask_Review",
            "<bpmn:userTask id=\"UserTask_Review\" name=\"Review event\" />");

    assertThat(errors(Kind.INBOUND, model)).isEmpty();
    assertThat(warnings(Kind.INBOUND, model))
        .singleElement()
        .asString()
        .startsWith(
            "Record deleted or left?, way to What becomes of ours?: 'rejected' is set by no activity");
  }

  @Test
  void withoutASampleTheStepThatLacksItIsToldOnce() {
    String model = with(inbound(), input("sample_payload", Checks.SAMPLE), "");

    assertThat(Checks.check(Kind.INBOUND, model))
        .containsExactly(
            new Problem(
                Problem.Severity.ERROR,
                "ServiceTask_TransformPayload",
                "Transform Payload from Inbound Sample",
                "sample_payload",
                "Transform Payload from Inbound Sample: The sample payload is empty, but"
                    + " ${changed_fields.short_description} of Update Incident Record is to come"
                    + " from it: enter one that has this field."));
  }

  @Test
  void aSampleMustBeAPayload() {
    String model = with(inbound(), Checks.SAMPLE, "{\"changed_fields\": 7}");

    assertThat(errors(Kind.INBOUND, model))
        .singleElement()
        .asString()
        .startsWith("Transform Payload from Inbound Sample: ");
  }

  private static String logging(String message) {
    return withAction(inbound(), "writeLog", input("level", "info") + input("message", message));
  }
}
