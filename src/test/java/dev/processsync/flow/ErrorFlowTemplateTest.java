package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.processsync.flow.action.FlowSlice;
import dev.processsync.flow.action.InMemory;
import dev.processsync.identity.Role;
import dev.processsync.table.AccessDenied;
import dev.processsync.table.SysId;
import dev.processsync.table.TableRecord;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every path through the error template. */
class ErrorFlowTemplateTest {

  private static final String KEY = "error-flow-template-basic";

  private static final FlowSlice flows = FlowSlice.get();

  @RegisterExtension
  static final ProcessEngineCoverageExtension COVERAGE =
      ProcessEngineCoverageExtension.builder(flows.running())
          .excludeProcessDefinitionKeys("grouping-flow")
          .assertClassCoverageAtLeast(1.0)
          .build();

  private final String name = "Vendor Instance " + SysId.next();

  @BeforeEach
  void world() {
    flows.reset();
  }

  @Test
  void anIncidentTellsTheAdministratorsWhatIsWrongAndSinceWhen() {
    ProcessInstance flow = run(KEY);

    assertThat(flow)
        .isEnded()
        .hasPassedInOrder("ServiceTask_CreateIncident", "EndEvent_AdministratorsTold");
    TableRecord incident = incident();
    assertThat(flow).variables().containsEntry("incident", incident.sysId());
    assertThat(incident.get("description"))
        .contains("vendor.example refused the connection.")
        .contains("Failing since 2024-02-01 12:00:00 UTC, tried 4 times in a row.")
        .contains("Messages that wait for it: 17.");
    assertThat(incident.get("urgency")).isEqualTo("1");
    assertThat(incident.get("sys_created_by")).isEqualTo("rps.run.as");
  }

  @Test
  void noQueueEntryIsToldOfIt() {
    run(KEY);

    assertThat(flows.memory.told).isEmpty();
  }

  @Test
  void aGroupThatNobodyKnowsStaysEmptyAndStopsNothing() {
    flows.deploy(
        "grouping-flow",
        FlowSlice.model(KEY)
            .replace(KEY, "grouping-flow")
            .replace(
                "<camunda:entry key=\"urgency\">",
                "<camunda:entry key=\"assignment_group\">Nobody</camunda:entry><camunda:entry key=\"urgency\">"));

    assertThat(run("grouping-flow")).isEnded();

    assertThat(incident().get("assignment_group")).isEmpty();
    assertThat(flows.memory.told).isEmpty();
  }

  @Test
  void aUserWhoMayNotWriteIncidentsIsNamed() {
    flows.memory.runAs = Optional.of(InMemory.actor(Role.RUN_AS));

    assertThatThrownBy(() -> run(KEY))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("'rps.run.as' may not create Incident");
  }

  private TableRecord incident() {
    return flows.incidents("Remote system " + name + " can't be reached").get(0);
  }

  private ProcessInstance run(String key) {
    return flows
        .engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            key,
            name,
            Map.of(
                "remote_system",
                InMemory.REMOTE,
                "remote_system_name",
                name,
                "error_message",
                "vendor.example refused the connection.",
                "failed_since",
                "2024-02-01 12:00:00",
                "tries",
                4,
                "waiting",
                17));
  }
}
