package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.processsync.correlation.Correlation;
import dev.processsync.flow.action.FlowSlice;
import dev.processsync.flow.action.InMemory;
import dev.processsync.table.SysId;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every path through the outbound template. */
class OutboundFlowTemplateTest {

  private static final String KEY = "outbound-flow-template-basic";

  private static final FlowSlice flows = FlowSlice.get();

  @RegisterExtension
  static final ProcessEngineCoverageExtension COVERAGE =
      ProcessEngineCoverageExtension.builder(flows.running())
          .assertClassCoverageAtLeast(1.0)
          .build();

  private final String record = SysId.next();

  @BeforeEach
  void world() {
    flows.reset();
  }

  @Test
  void theFirstEventOfARecordCreatesItsCorrelationAndIsSent() {
    ProcessInstance flow = run("create");

    assertThat(flow)
        .isEnded()
        .hasPassedInOrder(
            "ServiceTask_LookUpCorrelation",
            "ServiceTask_CreateCorrelation",
            "ServiceTask_SendPayload",
            "EndEvent_PayloadSent");
    assertThat(flow)
        .variables()
        .containsEntry("status", "active")
        .containsEntry("error_message", "");
    assertThat(flows.memory.correlations)
        .singleElement()
        .returns(record, Correlation::localRecord)
        .returns("incident", Correlation::localTable);
    assertThat(flows.memory.sent)
        .containsExactly(
            new InMemory.Sent("entry-1", flows.memory.correlations.get(0), "{\"a\":1}"));
  }

  @Test
  void aLaterEventIsSentByTheCorrelationThatExists() {
    Correlation existing = flows.memory.mint(InMemory.REMOTE, "incident", record);

    ProcessInstance flow = run("update");

    assertThat(flow)
        .isEnded()
        .hasPassed("EndEvent_PayloadSent")
        .hasNotPassed("ServiceTask_CreateCorrelation");
    assertThat(flow)
        .variables()
        .containsEntry("local_correlation_id", existing.localCorrelationId())
        .containsEntry("remote_correlation_id", existing.remoteCorrelationId());
    assertThat(flows.memory.sent).extracting(InMemory.Sent::correlation).containsExactly(existing);
  }

  @Test
  void theDeletionOfACorrelatedRecordIsSent() {
    flows.memory.mint(InMemory.REMOTE, "incident", record);

    assertThat(run("delete")).isEnded().hasPassed("EndEvent_PayloadSent");

    assertThat(flows.memory.sent).hasSize(1);
  }

  @Test
  void theDeletionOfARecordThatNobodyKnowsIsNotSent() {
    ProcessInstance flow = run("delete");

    assertThat(flow).isEnded().hasPassed("EndEvent_NothingToSend");
    assertThat(flow)
        .variables()
        .containsEntry("status", "none")
        .containsEntry(
            "error_message",
            "Record %s has no correlation with remote system %s."
                .formatted(record, InMemory.REMOTE));
    assertThat(flows.memory.sent).isEmpty();
    assertThat(flows.memory.correlations).isEmpty();
  }

  @Test
  void anInactiveCorrelationSendsNothingAndSaysWhy() {
    Correlation existing = flows.memory.mint(InMemory.REMOTE, "incident", record);
    flows.memory.setActive(existing, false);

    ProcessInstance flow = run("update");

    assertThat(flow).isEnded().hasPassed("EndEvent_NothingToSend");
    assertThat(flow)
        .variables()
        .containsEntry("status", "inactive")
        .containsEntry(
            "error_message",
            "Correlation %s of incident record %s is inactive: it neither sends nor applies."
                .formatted(existing.localCorrelationId(), record));
    assertThat(flows.memory.sent).isEmpty();
  }

  @Test
  void aFlowWithoutPayloadFails() {
    assertThatThrownBy(() -> run("create", ""))
        .hasMessageContaining("The input 'payload' is empty: give it a value in the model.");
  }

  private ProcessInstance run(String operation) {
    return run(operation, "{\"a\":1}");
  }

  private ProcessInstance run(String operation, String payload) {
    return flows
        .engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            KEY,
            "INC0010001",
            Map.of(
                "queue_entry",
                "entry-1",
                "local_record",
                record,
                "local_table",
                "incident",
                "remote_system",
                InMemory.REMOTE,
                "operation",
                operation,
                "capture_definition",
                "capture-1",
                "process_event",
                "Request Hardware",
                "payload",
                payload));
  }
}
