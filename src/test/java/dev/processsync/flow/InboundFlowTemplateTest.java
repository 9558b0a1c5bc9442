package dev.processsync.flow;

import dev.processsync.correlation.Ending;
import dev.processsync.definition.WhenGone;
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

/** Every path through the inbound template, as shipped: without a mapping. */
class InboundFlowTemplateTest {

  @RegisterExtension
  static final SubflowExtension subflow =
      SubflowExtension.of(Path.of("bpmn/inbound-flow-template-basic.bpmn"));

  @RegisterExtension static final ProcessEngineCoverageExtension coverage = subflow.coverage(1.0);

  @Test
  void anEventOfAnUnknownRecordCreatesAnIncidentAndItsCorrelation() {
    subflow.given().noCorrelation();

    FlowResult result = subflow.run(Operation.CREATE);

    result
        .isProcessed()
        .hasPassedInOrder(
            "ServiceTask_TransformPayload",
            "ServiceTask_LookUpCorrelation",
            "ServiceTask_CreateIncidentRecord",
            "ServiceTask_CreateCorrelation",
            "EndEvent_EventApplied")
        .hasVariable("status", "active")
        .hasVariable("error_message", "")
        .updatedNothing()
        .hasNoWarnings();
    result
        .created("incident")
        .hasField("sys_created_by", "rps.run.as")
        .isCorrelated()
        .isOnQueueRecord();
    result.correlation().hasIds(Given.LOCAL_CORRELATION_ID, Given.REMOTE_CORRELATION_ID);
  }

  @Test
  void anEventOfACorrelatedRecordUpdatesIt() {
    subflow.given().activeCorrelation();

    FlowResult result = subflow.run(Operation.UPDATE);

    result
        .isProcessed()
        .hasPassed("ServiceTask_UpdateIncidentRecord", "EndEvent_EventApplied")
        .hasNotPassed("ServiceTask_CreateIncidentRecord")
        .createdNothing();
    result.localRecord().isOnQueueRecord();
  }

  @Test
  void anInactiveCorrelationAppliesNothingAndSaysWhy() {
    subflow.given().inactiveCorrelation();

    FlowResult result = subflow.run(Operation.UPDATE);

    result
        .hasPassed("EndEvent_NothingToApply")
        .hasVariable("status", "inactive")
        .isSkipped(
            "Correlation %s of incident record %s is inactive: it neither sends nor applies."
                .formatted(Given.LOCAL_CORRELATION_ID, result.localRecord().actual().sysId()))
        .createdNothing()
        .updatedNothing()
        .hasNoWarnings();
  }

  @Test
  void anUpdateOfARecordThatWasDeletedHereIsSkippedAndEndsTheCorrelation() {
    subflow.given().activeCorrelation().deletedLocalRecord();

    FlowResult result = subflow.run(Operation.UPDATE);

    result
        .hasPassed("ServiceTask_UpdateIncidentRecord", "EndEvent_EventApplied")
        .isSkipped(
            "is inactive: it neither sends nor applies. It ended because its record was deleted here")
        .createdNothing()
        .updatedNothing();
    result.correlation().hasEnded(Ending.Why.DELETED_HERE);
  }

  @Test
  void theDeletionOfTheRemoteRecordEndsTheCorrelationAndKeepsTheLocalRecord() {
    subflow.given().activeCorrelation();

    FlowResult result = subflow.run(Operation.DELETE);

    result
        .isProcessed()
        .hasPassedInOrder("ServiceTask_UpdateCorrelationState", "EndEvent_CorrelationEnded")
        .deletedNothing();
    result.correlation().hasEnded(Ending.Why.DELETED_THERE);
    result.localRecord().isUnchanged();
  }

  @Test
  void theDeletionOfTheRemoteRecordCancelsTheLocalOneIfTheFlowSaysSo() {
    subflow.given().activeCorrelation().whenGone(WhenGone.CANCEL);

    FlowResult result = subflow.run(Operation.DELETE);

    result
        .isProcessed()
        .hasPassedInOrder(
            "ServiceTask_CancelIncidentRecord",
            "ServiceTask_UpdateCorrelationState",
            "EndEvent_CorrelationEnded");
    result.correlation().hasEnded(Ending.Why.DELETED_THERE);
    result.updated("incident").hasField("state", "8");
  }

  @Test
  void theDeletionOfTheRemoteRecordDeletesTheLocalOneIfTheFlowSaysSo() {
    subflow.given().activeCorrelation().whenGone(WhenGone.DELETE);

    FlowResult result = subflow.run(Operation.DELETE);

    result
        .isProcessed()
        .hasPassedInOrder(
            "ServiceTask_DeleteIncidentRecord",
            "ServiceTask_UpdateCorrelationState",
            "EndEvent_CorrelationEnded")
        .deleted("incident");
    result.correlation().hasEnded(Ending.Why.DELETED_THERE);
  }

  @Test
  void theDeletionOfBothRecordsIsNoFailure() {
    subflow.given().activeCorrelation().deletedLocalRecord().whenGone(WhenGone.DELETE);

    FlowResult result = subflow.run(Operation.DELETE);

    result.isProcessed().hasPassed("EndEvent_CorrelationEnded").deletedNothing();
    result.correlation().isInactive();
  }

  @Test
  void theCancellationOfARecordThatWasDeletedHereIsSkipped() {
    subflow.given().activeCorrelation().deletedLocalRecord().whenGone(WhenGone.CANCEL);

    FlowResult result = subflow.run(Operation.DELETE);

    result.hasPassed("EndEvent_CorrelationEnded").updatedNothing();
    result.correlation().hasEnded(Ending.Why.DELETED_HERE);
  }

  @ParameterizedTest
  @EnumSource(names = {"DELETE", "LEAVE"})
  void whatIsGoneAndWasNeverKnownHereIsSkipped(Operation operation) {
    subflow.given().noCorrelation();

    FlowResult result = subflow.run(operation);

    result
        .hasPassed("EndEvent_NothingToDo")
        .isSkipped(
            "No record is correlated with remote system %s by local correlation id %s."
                .formatted(InMemory.REMOTE, Given.LOCAL_CORRELATION_ID))
        .createdNothing();
  }

  @Test
  void aRecordThatLeavesKeepsItsLinkUnlessTheFlowSaysOtherwise() {
    subflow.given().activeCorrelation();

    FlowResult result = subflow.run(Operation.LEAVE);

    result.isProcessed().hasPassed("EndEvent_NothingToDo").deletedNothing();
    result.correlation().isActive();
    result.localRecord().isUnchanged();
  }

  @Test
  void aRecordThatLeavesEndsItsLinkIfTheFlowSaysSo() {
    subflow.given().activeCorrelation().whenGone(WhenGone.END_LINK);

    FlowResult result = subflow.run(Operation.LEAVE);

    result.isProcessed().hasPassed("EndEvent_CorrelationEnded");
    result.correlation().hasEnded(Ending.Why.LEFT);
    result.localRecord().isUnchanged();
  }

  @Test
  void aRecordThatLeavesIsCancelledIfTheFlowSaysSoAndMayComeBack() {
    subflow.given().activeCorrelation().whenGone(WhenGone.CANCEL);

    FlowResult result = subflow.run(Operation.LEAVE);

    result.isProcessed().hasPassed("EndEvent_RecordCancelled");
    result.correlation().isActive();
    result.updated("incident").hasField("state", "8");
  }

  @Test
  void aRecordThatLeavesIsDeletedIfTheFlowSaysSo() {
    subflow.given().activeCorrelation().whenGone(WhenGone.DELETE);

    FlowResult result = subflow.run(Operation.LEAVE);

    result.isProcessed().deleted("incident");
    result.correlation().hasEnded(Ending.Why.LEFT);
  }

  @Test
  void aPayloadWithoutSysIdIsRefusedAndNothingIsCreated() {
    subflow
        .given()
        .payload("{\"changed_fields\":[{\"key\":\"short_description\",\"value\":\"left out\"}]}");

    subflow
        .fails(Operation.CREATE)
        .at("ServiceTask_TransformPayload")
        .because("The payload has no sys_id among its changed_fields");
  }
}
