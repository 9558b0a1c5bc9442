package dev.processsync.demo;

import dev.processsync.record.Operation;
import dev.processsync.testing.FlowResult;
import dev.processsync.testing.Given;
import dev.processsync.testing.SubflowExtension;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The customer's copy of the inbound template, as steps 46–49 of the tutorial edit it. */
class HardwareRequestFulfilledInboundTest {

  @RegisterExtension
  static final SubflowExtension subflow =
      SubflowExtension.of(
          Path.of("src/test/resources/subflows/hardware-request-fulfilled-inbound.bpmn"));

  @RegisterExtension static final ProcessEngineCoverageExtension coverage = subflow.coverage(1.0);

  @Test
  void aFulfilmentResolvesTheRequest() {
    subflow
        .given()
        .user("fred.luddy", "Fred Luddy")
        .activeCorrelation()
        .field("state", "6")
        .field("close_code", "Solution provided")
        .field("close_notes", "It is on your desk.")
        .reference("resolved_by", "5137153cc611227c000bbd1bd8cd2005", "Fred Luddy");

    FlowResult result = subflow.run(Operation.UPDATE);

    result
        .isProcessed()
        .updated("incident")
        .hasFields(Map.of("state", "Resolved", "close_notes", "It is on your desk."));
  }

  /** The tutorial's own sample. */
  @Test
  void anUnknownChoiceIsStoredAsItIs() {
    subflow
        .given()
        .activeCorrelation()
        .payload(ReceivingSteps.sample("hardware-request-fulfilled.json"));

    FlowResult result = subflow.run(Operation.UPDATE);

    result
        .updated("incident")
        .hasFields(Map.of("state", "101", "close_code", "Resolved by caller", "close_notes", ""));
  }

  @Test
  void withoutItsElseAnEventOfAnUnknownRecordDoesNothingAndSaysWhy() {
    subflow.given().noCorrelation();

    FlowResult result = subflow.run(Operation.UPDATE);

    result
        .hasPassed("EndEvent_NothingToApply")
        .isSkipped("No record is correlated with remote system ")
        .isSkipped(" by local correlation id " + Given.LOCAL_CORRELATION_ID + ".")
        .createdNothing()
        .updatedNothing()
        .hasNoWarnings();
  }

  @Test
  void aDeletedRecordEndsTheCorrelation() {
    subflow.given().activeCorrelation();

    FlowResult result = subflow.run(Operation.DELETE);

    result.correlation().isInactive();
  }
}
