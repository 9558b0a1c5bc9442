package dev.processsync.flow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.processsync.dictionary.SysId;
import dev.processsync.flow.deployment.ModelsDeployed;
import dev.processsync.identity.Role;
import dev.processsync.queue.entry.EntryReleased;
import dev.processsync.queue.entry.FlowNeedsEngine;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.queue.lane.FlowRun;
import dev.processsync.record.Operation;
import dev.processsync.settings.DeliverySettings;
import dev.processsync.testing.slice.FlowSlice;
import dev.processsync.testing.slice.InMemory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both ways to run a subflow, and every path through both orchestrations. */
class RunsTest {

  private static final FlowSlice flows = FlowSlice.get();
  private static final String OUT = "outbound-flow-template-basic";
  private static final String IN = "inbound-flow-template-basic";

  @RegisterExtension
  static final ProcessEngineCoverageExtension COVERAGE =
      ProcessEngineCoverageExtension.builder(flows.running())
          .excludeProcessDefinitionKeys(OUT, IN, "waiting-flow", "failing-flow", "sending-flow")
          .assertClassCoverageAtLeast(1.0)
          .build();

  private final RuntimeService runtime = flows.engine.getRuntimeService();
  private final ManagementService management = flows.engine.getManagementService();
  private final PublishedSubflows published =
      new PublishedSubflows(flows.engine.getRepositoryService());
  private final EngineFlowRunner runner = FlowsByEvent.runner(flows, "INC0010001", published);
  private final ReleasedEntries released =
      new ReleasedEntries(
          runtime,
          management,
          flows.engine.getExternalTaskService(),
          flows.engine.getIdentityService(),
          Clock.systemUTC());

  private final String record = SysId.next();

  @BeforeEach
  void world() {
    flows.reset();
  }

  @Test
  void anOutboundFlowEndsAtOnceAndLeavesNothingRunning() {
    runner.run(List.of(out(OUT, Operation.CREATE)));

    assertThat(flows.memory.sent).hasSize(1);
    assertThat(flows.memory.told).isEmpty();
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void aFlowThatDoesNothingHasItsEntrySkippedForItsReason() {
    runner.run(List.of(out(OUT, Operation.DELETE)));

    assertThat(flows.memory.told)
        .containsExactly(
            "entry-1 skipped: Record %s has no correlation with remote system %s."
                .formatted(record, InMemory.REMOTE));
  }

  @Test
  void aFailureNamesTheActivityAndTheReason() {
    assertThatThrownBy(
            () -> runner.run(List.of(FlowsByEvent.in(IN, Operation.CREATE, "{not json"))))
        .hasMessageStartingWith(
            "Transform Payload from Inbound Sample (ServiceTask_TransformPayload): The payload is not JSON (line 1, column 2).");
  }

  @Test
  void aSubflowThatIsNotPublishedIsNamed() {
    assertThatThrownBy(() -> runner.run(List.of(out("gone", Operation.CREATE))))
        .hasMessageContaining("No published subflow has the key 'gone'");
  }

  @Test
  void aFlowThatWaitsNeedsTheEngineAndTheTransactionLeavesNothing() {
    flows.deploy("waiting-flow", WAITING);

    assertThatThrownBy(
            () ->
                flows.transaction.executeWithoutResult(
                    status -> runner.run(List.of(out("waiting-flow", Operation.CREATE)))))
        .isInstanceOf(FlowNeedsEngine.class);

    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void theEngineFinishesAFlowThatWaits() {
    flows.deploy("waiting-flow", WAITING);
    String payload = "{\"long\":\"" + "x".repeat(9_000) + "\"}";
    FlowRun run = out("waiting-flow", Operation.CREATE, payload);

    ProcessInstance flow = instance(runner.handOver(run));
    execute();
    assertThat(flow).isWaitingAt("CallActivity_RunSubflow");
    flows
        .engine
        .getTaskService()
        .complete(flows.engine.getTaskService().createTaskQuery().singleResult().getId());

    assertThat(flow).isEnded().hasPassed("EndEvent_EntryCompleted");
    assertThat(flows.memory.sent).extracting(InMemory.Sent::payload).containsExactly(payload);
    assertThat(flows.memory.told).containsExactly("entry-1 completed");
  }

  @Test
  void theBusinessKeyFollowsIntoTheSubflow() {
    flows.deploy("waiting-flow", WAITING);
    runner.handOver(out("waiting-flow", Operation.CREATE));
    execute();

    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey("INC0010001").list())
        .hasSize(2);
  }

  @Test
  void theOrchestrationOfAnInboundFlowSkipsAnEntryForWhichNothingWasDone() {
    flows.memory.setActive(
        flows.memory.create(InMemory.REMOTE, "ours", "theirs", "incident", record), false);

    ProcessInstance flow =
        instance(runner.handOver(FlowsByEvent.in(IN, Operation.UPDATE, PAYLOAD)));
    execute();

    assertThat(flow).isEnded();
    assertThat(flows.memory.told)
        .containsExactly(
            "entry-1 skipped: Correlation ours of incident record %s is inactive: it neither sends nor applies."
                .formatted(record),
            "entry-1 completed");
  }

  @Test
  void aDataProblemIsNotTriedAgainAndNamesTheActivity() {
    ProcessInstance flow = instance(runner.handOver(FlowsByEvent.in(IN, Operation.UPDATE, "[]")));
    execute();

    Job job = management.createJobQuery().processInstanceId(flow.getId()).singleResult();
    assertThat(job.getRetries()).isZero();
    assertThat(flows.memory.told)
        .containsExactly(
            "entry-1 failed in Transform Payload from Inbound Sample (ServiceTask_TransformPayload):"
                + " The payload is not a JSON object with capture_metadata and changed_fields.");
    assertThat(runtime.createIncidentQuery().processInstanceId(flow.getId()).count()).isOne();
  }

  @Test
  void aPassingProblemIsTriedThreeTimesSixtySecondsApart() {
    flows.memory.failing = true;
    ProcessInstance flow = instance(runner.handOver(out(OUT, Operation.CREATE)));
    execute();

    Job job = management.createJobQuery().processInstanceId(flow.getId()).singleResult();
    assertThat(job.getRetries()).isEqualTo(2);
    assertThat(job.getDuedate()).isAfter(Clock.systemUTC().instant().plusSeconds(50));
    assertThat(flows.memory.told).isEmpty();
    assertThat(flows.memory.tries)
        .singleElement()
        .satisfies(
            tried -> {
              assertThat(tried.attempt()).isEqualTo(1);
              assertThat(tried.of()).isEqualTo(3);
              assertThat(tried.nextTryAt()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
              assertThat(tried.lastError()).isEqualTo("the outbox is out of order");
            });

    execute();
    execute();
    assertThat(flows.memory.tries)
        .last()
        .isEqualTo(new RetryMetadata(3, 3, null, "the outbox is out of order", 3));
    assertThat(flows.memory.told)
        .containsExactly(
            "entry-1 failed in Send Captured Payload to Remote System (ServiceTask_SendPayload): the outbox is out of order");

    flows.memory.failing = false;
    release(flow, true);
    assertThat(flows.memory.told).contains("entry-1 retried");
    execute();
    assertThat(flow).isEnded();
    assertThat(flows.memory.told).last().isEqualTo("entry-1 completed");
    assertThat(flows.memory.sent).hasSize(1);
  }

  @Test
  void aFlowIsTriedAgainAsIsSetForItsDirectionNow() {
    flows.memory.failing = true;
    flows.memory.settings =
        DeliverySettings.of(
            Map.of(
                "process_sync.outbound.retry_times", "2",
                "process_sync.outbound.retry_interval", "100",
                "process_sync.inbound.retry_times", "7"));
    ProcessInstance flow = instance(runner.handOver(out(OUT, Operation.CREATE)));
    execute();

    Job job = management.createJobQuery().processInstanceId(flow.getId()).singleResult();
    assertThat(job.getRetries()).isEqualTo(1);
    assertThat(job.getDuedate())
        .isBetween(
            Clock.systemUTC().instant().plusSeconds(90),
            Clock.systemUTC().instant().plusSeconds(111));

    flows.memory.settings = DeliverySettings.of(Map.of("process_sync.outbound.retry_times", "5"));
    execute();
    job = management.createJobQuery().processInstanceId(flow.getId()).singleResult();
    assertThat(job.getRetries()).isEqualTo(3);
    assertThat(flows.memory.tries).last().extracting(RetryMetadata::of).isEqualTo(5);

    flows.memory.settings = DeliverySettings.of(Map.of("process_sync.outbound.retry_times", "0"));
    execute();
    assertThat(flows.memory.told).last().asString().startsWith("entry-1 failed in");
  }

  @Test
  void anInboundFlowIsTriedAgainAsIsSetForInboundFlows() {
    flows.memory.runAs = Optional.of(InMemory.actor(Role.RUN_AS, Role.INCIDENT_MANAGER));
    flows.deploy("sending-flow", SENDING);
    flows.memory.failing = true;
    flows.memory.settings = DeliverySettings.of(Map.of("process_sync.inbound.retry_times", "7"));
    flows.memory.create(InMemory.REMOTE, "ours", "theirs", "incident", record);
    ProcessInstance flow =
        instance(runner.handOver(FlowsByEvent.in("sending-flow", Operation.CREATE, PAYLOAD)));
    execute();

    Job job = management.createJobQuery().processInstanceId(flow.getId()).singleResult();
    assertThat(job.getRetries()).isEqualTo(6);
  }

  @Test
  void aFlowThatTakesTooLongIsStoppedAtItsNextActivity() {
    flows.memory.slowness = Duration.ofSeconds(31);

    assertThatThrownBy(() -> runner.run(List.of(out(OUT, Operation.CREATE))))
        .hasMessageContaining(
            "The flow ran longer than 30 s (process_sync.flow.time_limit) and was stopped at ");
  }

  @Test
  void aFlowHasAsMuchTimeAsIsSetNow() {
    flows.memory.slowness = Duration.ofSeconds(31);
    flows.memory.settings = DeliverySettings.of(Map.of("process_sync.flow.time_limit", "32"));

    runner.run(List.of(out(OUT, Operation.CREATE)));

    assertThat(flows.memory.sent).hasSize(1);
  }

  @Test
  void eachFlowOfACommandHasItsOwnTime() {
    flows.memory.slowness = Duration.ofSeconds(20);

    ((ProcessEngineConfigurationImpl) flows.engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              runner.run(List.of(out(OUT, Operation.CREATE)));
              runner.run(List.of(out(OUT, Operation.UPDATE)));
              return null;
            });

    assertThat(flows.memory.sent).hasSize(2);
  }

  @Test
  void aFlowOfTheEngineThatTakesTooLongIsUndoneAndTriedAgain() {
    flows.memory.slowness = Duration.ofSeconds(31);
    ProcessInstance flow = instance(runner.handOver(out(OUT, Operation.CREATE)));
    execute();

    Job job = management.createJobQuery().processInstanceId(flow.getId()).singleResult();
    assertThat(job.getRetries()).isEqualTo(2);
    assertThat(flows.memory.tries)
        .last()
        .extracting(RetryMetadata::lastError)
        .asString()
        .startsWith("The flow ran longer than 30 s (process_sync.flow.time_limit)");

    flows.memory.slowness = Duration.ZERO;
    execute();
    assertThat(flow).isEnded();
  }

  @Test
  void waitingIsNotRunning() {
    flows.deploy("waiting-flow", WAITING);
    ProcessInstance flow = instance(runner.handOver(out("waiting-flow", Operation.CREATE)));
    execute();

    flows.memory.nanos += Duration.ofDays(1).toNanos();
    flows
        .engine
        .getTaskService()
        .complete(flows.engine.getTaskService().createTaskQuery().singleResult().getId());

    assertThat(flow).isEnded();
  }

  @Test
  void retryingInCockpitMakesTheEntryReadyAgain() {
    ProcessInstance flow = instance(runner.handOver(FlowsByEvent.in(IN, Operation.UPDATE, "[]")));
    execute();

    management.setJobRetries(
        management.createJobQuery().processInstanceId(flow.getId()).singleResult().getId(), 1);

    assertThat(flows.memory.told).last().isEqualTo("entry-1 retried");
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  @Test
  void skippingAnEntryEndsItsInstance() {
    ProcessInstance flow = instance(runner.handOver(FlowsByEvent.in(IN, Operation.UPDATE, "[]")));
    execute();

    release(flow, false);

    assertThat(flow).isEnded();
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  @Test
  void theEntryOfAnInstanceThatSomebodyCancelsIsTold() {
    flows.deploy("waiting-flow", WAITING);
    ProcessInstance flow = instance(runner.handOver(out("waiting-flow", Operation.CREATE)));
    execute();

    runtime.deleteProcessInstance(flow.getId(), "by hand", true);

    assertThat(flows.memory.told).containsExactly("entry-1 cancelled with " + flow.getId());
  }

  @Test
  void theEntryOfASubflowThatSomebodyCancelsIsToldToo() {
    flows.deploy("waiting-flow", WAITING);
    ProcessInstance flow = instance(runner.handOver(out("waiting-flow", Operation.CREATE)));
    execute();

    runtime.deleteProcessInstance(
        runtime
            .createProcessInstanceQuery()
            .superProcessInstanceId(flow.getId())
            .singleResult()
            .getId(),
        "by hand",
        true);

    assertThat(flow).isEnded();
    assertThat(flows.memory.told).containsExactly("entry-1 cancelled with " + flow.getId());
  }

  @Test
  void aBpmnErrorOfTheSubflowUndoesItAndFailsTheEntryAtOnce() {
    flows.deploy("failing-flow", FAILING);

    List.of(
            runner.handOver(out("failing-flow", Operation.CREATE)),
            runner.handOver(FlowsByEvent.in("failing-flow", Operation.CREATE, PAYLOAD)))
        .forEach(
            id -> {
              execute();
              assertThat(instance(id)).hasNotPassed("EndEvent_EntryCompleted");
            });

    assertThat(flows.memory.told)
        .containsExactly(
            "entry-1 failed in Queue entry failed (EndEvent_EntryFailed): The subflow ended with error 'rejected': not for us",
            "entry-1 failed in Queue entry failed (EndEvent_EntryFailed): The subflow ended with error 'rejected': not for us");
  }

  @Test
  void aDeploymentIsHeardOf() {
    runner.run(List.of(out(OUT, Operation.CREATE)));
    flows.deploy(OUT, WAITING.replace("waiting-flow", OUT));
    published.forget(new ModelsDeployed());

    assertThat(flows.memory.deployments).isPositive();
    assertThatThrownBy(() -> runner.run(List.of(out(OUT, Operation.CREATE))))
        .isInstanceOf(FlowNeedsEngine.class);
  }

  private void release(ProcessInstance flow, boolean again) {
    flows.transaction.executeWithoutResult(
        status -> released.released(new EntryReleased("entry-1", flow.getId(), again)));
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

  private ProcessInstance instance(String id) {
    return runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
  }

  private FlowRun out(String subflow, Operation operation) {
    return out(subflow, operation, "{}");
  }

  private FlowRun out(String subflow, Operation operation, String payload) {
    return FlowsByEvent.out(subflow, operation, record, payload);
  }

  private static final String PAYLOAD =
      "{\"changed_fields\":[{\"key\":\"sys_id\",\"value\":\"552c48888c033300964f4932b03eb092\"}]}";

  private static final String HEAD =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
      """;

  private static final String WAITING =
      HEAD
          + """
          <process id="waiting-flow" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="a" sourceRef="start" targetRef="link"/>
            <serviceTask id="link" camunda:delegateExpression="${createCorrelation}"/>
            <sequenceFlow id="b" sourceRef="link" targetRef="approve"/>
            <userTask id="approve"/>
            <sequenceFlow id="c" sourceRef="approve" targetRef="send"/>
            <serviceTask id="send" camunda:delegateExpression="${sendCapturedPayload}"/>
            <sequenceFlow id="d" sourceRef="send" targetRef="end"/>
            <endEvent id="end"/>
          </process></definitions>
          """;

  private static final String SENDING =
      HEAD
          + """
          <process id="sending-flow" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="a" sourceRef="start" targetRef="look"/>
            <serviceTask id="look" camunda:delegateExpression="${lookUpCorrelationByLocalCorrelationId}"/>
            <sequenceFlow id="b" sourceRef="look" targetRef="send"/>
            <serviceTask id="send" camunda:delegateExpression="${sendCapturedPayload}"/>
            <sequenceFlow id="c" sourceRef="send" targetRef="end"/>
            <endEvent id="end"/>
          </process></definitions>
          """;

  private static final String FAILING =
      HEAD
          + """
          <error id="rejected" errorCode="rejected" camunda:errorMessage="not for us"/>
          <process id="failing-flow" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="a" sourceRef="start" targetRef="end"/>
            <endEvent id="end"><errorEventDefinition errorRef="rejected"/></endEvent>
          </process></definitions>
          """;
}
