package dev.processsync.flow;

import dev.processsync.correlation.Ending;
import dev.processsync.record.Operation;
import dev.processsync.testing.FlowResult;
import dev.processsync.testing.Given;
import dev.processsync.testing.SubflowExtension;
import dev.processsync.testing.slice.InMemory;
import java.nio.file.Path;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every path through the outbound template. */
class OutboundFlowTemplateTest {

  @RegisterExtension
  static final SubflowExtension subflow =
      SubflowExtension.of(Path.of("bpmn/outbound-flow-template-basic.bpmn"));

  @RegisterExtension static final ProcessEngineCoverageExtension coverage = subflow.coverage(1.0);

  @Test
  void theFirstEventOfARecordCreatesItsCorrelationAndIsSent() {
    subflow.given().noCorrelation().payload("{\"a\":1}");

    FlowResult result = subflow.run(Operation.CREATE);

    result
        .isProcessed()
        .hasPassedInOrder(
            "ServiceTask_LookUpCorrelation",
            "ServiceTask_CreateCorrelation",
            "ServiceTask_SendPayload",
            "EndEvent_PayloadSent")
        .hasVariable("status", "active")
        .hasVariable("error_message", "");
    result.localRecord().isCorrelated().isUnchanged();
    result
        .sent()
        .hasPayload("{\"a\":1}")
        .hasCorrelationIds(
            result.correlation().actual().localCorrelationId(),
            result.correlation().actual().remoteCorrelationId());
  }

  @Test
  void aLaterEventIsSentByTheCorrelationThatExists() {
    subflow.given().activeCorrelation();

    FlowResult result = subflow.run(Operation.UPDATE);

    result
        .isProcessed()
        .hasPassed("EndEvent_PayloadSent")
        .hasNotPassed("ServiceTask_CreateCorrelation")
        .hasVariable("local_correlation_id", Given.LOCAL_CORRELATION_ID)
        .hasVariable("remote_correlation_id", Given.REMOTE_CORRELATION_ID);
    result.sent().hasCorrelationIds(Given.LOCAL_CORRELATION_ID, Given.REMOTE_CORRELATION_ID);
  }

  @Test
  void theDeletionOfACorrelatedRecordIsSent() {
    subflow.given().activeCorrelation();

    FlowResult result = subflow.run(Operation.DELETE);

    result.isProcessed().hasPassed("EndEvent_PayloadSent").hasVariable("status", "active");
    result.sent().hasField("sys_class_name", "incident");
    result.correlation().hasEnded(Ending.Why.DELETED_HERE);
  }

  @Test
  void thatARecordLeftIsSentAndItsLinkStays() {
    subflow.given().activeCorrelation();

    FlowResult result = subflow.run(Operation.LEAVE);

    result.isProcessed().hasPassed("EndEvent_PayloadSent");
    result.sent().hasField("sys_class_name", "incident");
    result.correlation().isActive();
  }

  @ParameterizedTest
  @EnumSource(names = {"DELETE", "LEAVE"})
  void whatIsGoneAndWasNeverSentIsNotSent(Operation operation) {
    subflow.given().noCorrelation();

    FlowResult result = subflow.run(operation);

    result
        .hasPassed("EndEvent_NothingToSend")
        .hasVariable("status", "none")
        .isSkipped(
            "Record %s has no correlation with remote system %s."
                .formatted(result.variable("local_record"), InMemory.REMOTE))
        .sentNothing()
        .hasNoCorrelation();
  }

  @Test
  void anInactiveCorrelationSendsNothingAndSaysWhy() {
    subflow.given().inactiveCorrelation();

    FlowResult result = subflow.run(Operation.UPDATE);

    result
        .hasPassed("EndEvent_NothingToSend")
        .hasVariable("status", "inactive")
        .isSkipped(
            "Correlation %s of incident record %s is inactive: it neither sends nor applies."
                .formatted(Given.LOCAL_CORRELATION_ID, result.localRecord().actual().sysId()))
        .sentNothing();
  }

  @Test
  void aFlowWithoutPayloadFails() {
    subflow.given().payload("");

    subflow
        .fails(Operation.CREATE)
        .at("ServiceTask_SendPayload")
        .because("The input 'payload' is empty: give it a value in the model.");
  }
}
