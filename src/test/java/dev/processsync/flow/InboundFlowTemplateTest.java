package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.processsync.correlation.Correlation;
import dev.processsync.flow.action.FlowSlice;
import dev.processsync.flow.action.InMemory;
import dev.processsync.table.SysId;
import dev.processsync.table.TableRecord;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every path through the inbound template, as shipped: without a mapping. */
class InboundFlowTemplateTest {

  private static final String KEY = "inbound-flow-template-basic";
  private static final String PAYLOAD =
      """
      {"capture_metadata":{"changed_by":"admin","timestamp":"2020-09-24 19:26:59"},
      "changed_fields":[{"display_value":"","value":"552c48888c033300964f4932b03eb092","key":"sys_id"}]}
      """;

  private static final FlowSlice flows = FlowSlice.get();

  @RegisterExtension
  static final ProcessEngineCoverageExtension COVERAGE =
      ProcessEngineCoverageExtension.builder(flows.running())
          .assertClassCoverageAtLeast(1.0)
          .build();

  @BeforeEach
  void world() {
    flows.reset();
  }

  @Test
  void anEventOfAnUnknownRecordCreatesAnIncidentAndItsCorrelation() {
    ProcessInstance flow = run("create", "ours", PAYLOAD);

    assertThat(flow)
        .isEnded()
        .hasPassedInOrder(
            "ServiceTask_TransformPayload",
            "ServiceTask_LookUpCorrelation",
            "ServiceTask_CreateIncidentRecord",
            "ServiceTask_CreateCorrelation",
            "EndEvent_EventApplied");
    Correlation created = flows.memory.correlations.get(0);
    assertThat(created.localCorrelationId()).isEqualTo("ours");
    assertThat(created.remoteCorrelationId()).isEqualTo("theirs");
    assertThat(flows.read("incident", created.localRecord()).get("sys_created_by"))
        .isEqualTo("rps.run.as");
    assertThat(flows.memory.told)
        .containsExactly("entry-1 applied to incident " + created.localRecord());
    assertThat(flow)
        .variables()
        .containsEntry("status", "active")
        .containsEntry("error_message", "");
  }

  @Test
  void anEventOfACorrelatedRecordUpdatesIt() {
    Correlation correlation = correlated();

    ProcessInstance flow = run("update", correlation.localCorrelationId(), PAYLOAD);

    assertThat(flow)
        .isEnded()
        .hasPassed("ServiceTask_UpdateIncidentRecord", "EndEvent_EventApplied")
        .hasNotPassed("ServiceTask_CreateIncidentRecord");
    assertThat(flows.memory.told)
        .containsExactly("entry-1 applied to incident " + correlation.localRecord());
  }

  @Test
  void anInactiveCorrelationAppliesNothingAndSaysWhy() {
    Correlation correlation = flows.memory.setActive(correlated(), false);

    ProcessInstance flow = run("update", correlation.localCorrelationId(), PAYLOAD);

    assertThat(flow).isEnded().hasPassed("EndEvent_NothingToApply");
    assertThat(flow)
        .variables()
        .containsEntry("status", "inactive")
        .containsEntry(
            "error_message",
            "Correlation %s of incident record %s is inactive: it neither sends nor applies."
                .formatted(correlation.localCorrelationId(), correlation.localRecord()));
    assertThat(flows.memory.told).isEmpty();
  }

  @Test
  void theDeletionOfTheRemoteRecordEndsTheCorrelationAndKeepsTheLocalRecord() {
    Correlation correlation = correlated();

    ProcessInstance flow = run("delete", correlation.localCorrelationId(), PAYLOAD);

    assertThat(flow).isEnded().hasPassed("EndEvent_CorrelationEnded");
    assertThat(flows.memory.correlations).singleElement().matches(each -> !each.active());
    assertThat(flows.read("incident", correlation.localRecord()).get("sys_mod_count"))
        .isEqualTo("0");
  }

  @Test
  void theDeletionOfAnUncorrelatedRecordIsRefusedAndSaysWhy() {
    assertThatThrownBy(() -> run("delete", "nobody's", PAYLOAD))
        .hasMessageContaining(
            "No record is correlated with remote system %s by local correlation id nobody's."
                .formatted(InMemory.REMOTE));
    assertThat(flows.memory.correlations).isEmpty();
  }

  @Test
  void aPayloadWithoutSysIdIsRefusedAndNothingIsCreated() {
    String payload =
        """
        {"changed_fields":[{"key":"short_description","value":"left out","display_value":""}]}
        """;

    assertThatThrownBy(() -> run("create", "ours", payload))
        .hasMessageContaining("The payload has no sys_id among its changed_fields");
    assertThat(flows.memory.correlations).isEmpty();
    assertThat(flows.memory.told).isEmpty();
  }

  private Correlation correlated() {
    TableRecord incident = flows.insert("incident", Map.of("short_description", "A laptop"));
    return flows.memory.create(
        InMemory.REMOTE, SysId.next(), SysId.next(), "incident", incident.sysId());
  }

  private static ProcessInstance run(String operation, String localId, String payload) {
    return flows
        .engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            KEY,
            "INC0010001",
            Map.of(
                "queue_entry",
                "entry-1",
                "remote_system",
                InMemory.REMOTE,
                "remote_correlation_id",
                "theirs",
                "local_correlation_id",
                localId,
                "process_event",
                "Request Hardware",
                "operation",
                operation,
                "payload",
                payload));
  }
}
