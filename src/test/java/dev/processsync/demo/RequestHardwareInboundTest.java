package dev.processsync.demo;

import dev.processsync.record.Operation;
import dev.processsync.testing.FlowResult;
import dev.processsync.testing.SubflowExtension;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The vendor's copy of the inbound template, as steps 39–42 of the tutorial edit it. */
class RequestHardwareInboundTest {

  @RegisterExtension
  static final SubflowExtension subflow =
      SubflowExtension.of(Path.of("src/test/resources/subflows/request-hardware-inbound.bpmn"));

  @RegisterExtension static final ProcessEngineCoverageExtension coverage = subflow.coverage(1.0);

  @Test
  void anUnknownRequestBecomesAnIncidentOfTheGroupOfThatName() {
    subflow
        .given()
        .noCorrelation()
        .group("Hardware")
        .field("short_description", "A laptop")
        .reference("assignment_group", "9f5b572d9cd82010f877a5cfd1fdce30", "Hardware")
        .field("severity", "1")
        .field("state", "2");

    FlowResult result = subflow.run(Operation.CREATE);

    result.isProcessed().hasPassed("ServiceTask_CreateIncidentRecord").hasNoWarnings();
    result
        .created("incident")
        .hasFields(
            Map.of(
                "short_description", "A laptop",
                "description", "A laptop",
                "assignment_group", "Hardware",
                "urgency", "1",
                "state", "In Progress"))
        .isCorrelated();
  }

  @Test
  void aChangeOfTheRequestChangesTheIncident() {
    subflow
        .given()
        .localRecord("incident", Map.of("short_description", "A laptop", "urgency", "3"))
        .activeCorrelation()
        .field("severity", "1");

    FlowResult result = subflow.run(Operation.UPDATE);

    result.isProcessed().createdNothing();
    result
        .updated("incident")
        .hasFields(Map.of("short_description", "A laptop", "urgency", "1"))
        .hasChangedOnly("urgency", "priority");
  }

  @Test
  void aGroupThatNobodyKnowsHereStaysEmptyWithAWarning() {
    subflow.given().noCorrelation().reference("assignment_group", "9f5b57", "Hardware");

    FlowResult result = subflow.run(Operation.CREATE);

    result.hasWarning("Assignment group (incident.assignment_group) stays empty");
    result.created("incident").hasField("assignment_group", "");
  }

  @Test
  void aRequestWhoseCorrelationHasEndedChangesNothing() {
    subflow.given().inactiveCorrelation().field("severity", "1");

    FlowResult result = subflow.run(Operation.UPDATE);

    result.isSkipped("is inactive: it neither sends nor applies").createdNothing();
    result.localRecord().isUnchanged();
  }

  @Test
  void aDeletedRequestEndsTheCorrelationAndKeepsTheIncident() {
    subflow.given().activeCorrelation();

    FlowResult result = subflow.run(Operation.DELETE);

    result.correlation().isInactive();
    result.localRecord().isUnchanged();
  }

  @Test
  void whatTheIncidentCanNotHoldFailsTheFlow() {
    subflow.given().noCorrelation().field("severity", "high");

    subflow.fails(Operation.CREATE).at("ServiceTask_CreateIncidentRecord").because("urgency");
  }

  @Test
  void whatIsCreatedByTheFirstEventIsUpdatedByTheNext() {
    subflow.given().noCorrelation().field("short_description", "A laptop");
    subflow.run(Operation.CREATE).created("incident").isCorrelated();

    subflow.given().field("short_description", "Two laptops");
    FlowResult result = subflow.run(Operation.UPDATE);

    result.createdNothing().updated("incident").hasField("short_description", "Two laptops");
  }
}
