package dev.processsync.flow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Role;
import dev.processsync.outbound.ErrorRun;
import dev.processsync.testing.slice.FlowSlice;
import dev.processsync.testing.slice.InMemory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every path through the orchestration of error subflows. */
class ErrorRunsTest {

  private static final FlowSlice flows = FlowSlice.get();
  private static final String TEMPLATE = "error-flow-template-basic";

  @RegisterExtension
  static final ProcessEngineCoverageExtension COVERAGE =
      ProcessEngineCoverageExtension.builder(flows.running())
          .excludeProcessDefinitionKeys(TEMPLATE, "failing-flow")
          .assertClassCoverageAtLeast(1.0)
          .build();

  private final RuntimeService runtime = flows.engine.getRuntimeService();
  private final ManagementService management = flows.engine.getManagementService();
  private final EngineErrorFlow errorFlow =
      new EngineErrorFlow(
          new SubflowRuns(
              flows.engine,
              new PublishedSubflows(flows.engine.getRepositoryService()),
              flows.memory,
              flows.history));
  private final String name = "Vendor Instance " + SysId.next();

  @BeforeEach
  void world() {
    flows.reset();
  }

  @Test
  void theSubflowRunsOnlyAfterTheCommit() {
    ProcessInstance flow = start(TEMPLATE);
    assertThat(incidents()).isEmpty();

    execute();

    assertThat(flow).isEnded().hasPassed("EndEvent_ErrorFlowCompleted");
    assertThat(incidents())
        .singleElement()
        .extracting(incident -> incident.get("description"))
        .asString()
        .startsWith("No answer.\n\nFailing since 2024-02-01 12:00:00 UTC, tried 4 times")
        .contains("wait for it: 17.");
  }

  @Test
  void nothingRunsIfTheStateIsNotCommitted() {
    flows.transaction.executeWithoutResult(
        status -> {
          errorFlow.start(run(TEMPLATE));
          status.setRollbackOnly();
        });

    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void aSubflowThatFailsIsShownInCockpitByTheRemoteSystemsName() {
    flows.memory.runAs = Optional.of(InMemory.actor(Role.RUN_AS));
    ProcessInstance flow = start(TEMPLATE);

    execute();

    Incident incident =
        runtime.createIncidentQuery().processInstanceId(flow.getId()).singleResult();
    assertThat(incident.getIncidentMessage()).contains("rps.run.as");
    assertThat(flow.getBusinessKey()).isEqualTo(name);
    assertThat(flows.memory.told).isEmpty();

    flows.memory.runAs = Optional.of(InMemory.actor(Role.RUN_AS, Role.INCIDENT_MANAGER));
    management.setJobRetries(
        management.createJobQuery().processInstanceId(flow.getId()).singleResult().getId(), 1);
    execute();

    assertThat(flow).isEnded();
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void aBpmnErrorOfTheSubflowIsShownInCockpitAtOnce() {
    flows.deploy("failing-flow", FAILING);
    ProcessInstance flow = start("failing-flow");

    execute();

    assertThat(flow).hasNotPassed("EndEvent_ErrorFlowCompleted");
    assertThat(runtime.createIncidentQuery().processInstanceId(flow.getId()).list())
        .singleElement()
        .returns(
            "The subflow ended with error 'rejected': not for us", Incident::getIncidentMessage);
  }

  private ProcessInstance start(String subflow) {
    flows.transaction.executeWithoutResult(status -> errorFlow.start(run(subflow)));
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(name).singleResult();
  }

  private ErrorRun run(String subflow) {
    Instant since = Instant.parse("2024-02-01T12:00:00Z");
    return new ErrorRun(subflow, InMemory.REMOTE, name, "No answer.", since, 4, 17);
  }

  private List<TableRecord> incidents() {
    return flows.incidents("Remote system " + name + " can't be reached");
  }

  /** Runs what is due, now or later, once; failures are the engine's to note. */
  private void execute() {
    for (Job job : management.createJobQuery().withRetriesLeft().list()) {
      try {
        management.executeJob(job.getId());
      } catch (RuntimeException noted) {
        assertThat(noted).isNotNull();
      }
    }
  }

  private static final String FAILING =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
      <error id="rejected" errorCode="rejected" camunda:errorMessage="not for us"/>
      <process id="failing-flow" isExecutable="true">
        <startEvent id="start"/>
        <sequenceFlow id="a" sourceRef="start" targetRef="end"/>
        <endEvent id="end"><errorEventDefinition errorRef="rejected"/></endEvent>
      </process></definitions>
      """;
}
