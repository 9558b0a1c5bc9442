package dev.processsync.flow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.queue.entry.EntryReleased;
import dev.processsync.record.Operation;
import dev.processsync.testing.slice.FlowSlice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A data pill stands for its text wherever the engine itself reads it. */
class PillsOutsideOfMappingsTest {

  private static final FlowSlice flows = FlowSlice.get();

  /** The engine of these tests can't run without it. */
  @RegisterExtension
  static final ProcessEngineCoverageExtension COVERAGE =
      ProcessEngineCoverageExtension.builder(flows.running()).build();

  private final RuntimeService runtime = flows.engine.getRuntimeService();
  private final ManagementService management = flows.engine.getManagementService();
  private final EngineFlowRunner runner = FlowsByEvent.runner(flows, "INC0010001");
  private final ReleasedEntries released =
      new ReleasedEntries(
          runtime,
          management,
          flows.engine.getExternalTaskService(),
          flows.engine.getIdentityService(),
          Clock.systemUTC());

  @BeforeEach
  void world() {
    flows.reset();
  }

  @Test
  void aUserTaskIsNamedAndGivenByPills() {
    handOver(
        """
        <userTask id="step" name="Review ${changed_fields.number}" camunda:assignee="${changed_fields.user}"
          camunda:candidateUsers="${changed_fields.user},bob" camunda:candidateGroups="${changed_fields.group}"
          camunda:dueDate="${changed_fields.due}" camunda:followUpDate="${changed_fields.due}"
          camunda:priority="${changed_fields.priority}"><documentation>${changed_fields.number}</documentation></userTask>
        """,
        Map.of(
            "number", "INC7",
            "user", "anna",
            "group", "hardware",
            "due", "2030-02-01 10:00:00",
            "priority", "70"));

    Task task = task();
    assertThat(task.getName()).isEqualTo("Review INC7");
    assertThat(task.getAssignee()).isEqualTo("anna");
    assertThat(task.getPriority()).isEqualTo(70);
    assertThat(task.getDueDate().toInstant()).isEqualTo(Instant.parse("2030-02-01T10:00:00Z"));
    assertThat(task.getFollowUpDate()).isEqualTo(task.getDueDate());
    assertThat(candidates(task)).contains("anna", "bob", "hardware");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=\"${changed_fields.number}\"",
        "camunda:assignee=\"${changed_fields.number}\"",
        "camunda:candidateUsers=\"${changed_fields.number}\"",
        "camunda:candidateGroups=\"${changed_fields.number}\"",
        "camunda:dueDate=\"${changed_fields.number}\"",
        "camunda:followUpDate=\"${changed_fields.number}\"",
        "camunda:priority=\"${changed_fields.number}\"",
        "camunda:jobPriority=\"${changed_fields.number}\" camunda:asyncBefore=\"true\"",
        "name=\"${changed_fields}\"",
        "name=\"${capture_metadata}\"",
        "name=\"${capture_metadata.timestamp}\"",
        "camunda:assignee=\"${changed_fields.number == null}\""
      })
  void aUserTaskIsCreatedWhateverThePayloadLeavesOut(String attributes) {
    handOver("<userTask id=\"step\" %s/>".formatted(attributes), Map.of());
    execute();
    assertThat(task().getTaskDefinitionKey()).isEqualTo("step");
    world();
    handOver("<userTask id=\"step\" %s/>".formatted(attributes), Map.of("number", ""));
    execute();
    assertThat(task().getTaskDefinitionKey()).isEqualTo("step");
    assertThat(flows.memory.told).isEmpty();
  }

  @Test
  void aLongValueMakesALongName() {
    handOver(
        "<userTask id=\"step\" name=\"${changed_fields.number}\"/>",
        Map.of("number", "x".repeat(254) + "\uD83D\uDE00".repeat(40)));

    assertThat(task().getName()).hasSizeLessThanOrEqualTo(255).startsWith("xxx").endsWith("x…");
  }

  @Test
  void anExternalTaskHasItsTopicAndPriorityFromPills() {
    handOver(
        """
        <serviceTask id="step" camunda:type="external" camunda:topic="${changed_fields.topic}"
          camunda:taskPriority="${changed_fields.priority}" camunda:jobPriority="${changed_fields.priority}"
          camunda:asyncBefore="true"/>
        """,
        Map.of("topic", "paint", "priority", "12"));
    assertThat(management.createJobQuery().priorityHigherThanOrEquals(12).count()).isEqualTo(1);
    execute();

    LockedExternalTask task = fetch("paint");
    assertThat(task.getPriority()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({
    "timeDuration, PT1H",
    "timeDate, 2030-02-01T10:00:00Z",
    "timeDate, 2030-02-01 10:00:00",
    "timeCycle, R3/PT1H"
  })
  void aTimerIsSetByAPill(String kind, String value) {
    handOver(
        """
        <intermediateCatchEvent id="step"><timerEventDefinition><%1$s>${changed_fields.when}</%1$s>
        </timerEventDefinition></intermediateCatchEvent>
        """
            .formatted(kind),
        Map.of("when", value));

    Job timer = management.createJobQuery().timers().singleResult();
    assertThat(timer.getDuedate()).isAfter(Instant.now());
  }

  @Test
  void aCalledProcessIsFoundAndNamedByPillsAndGetsThemWhole() {
    flows.deploy(
        "called",
        HEAD
            + """
            <process id="called" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
            <userTask id="t" name="${group.display_value}" camunda:assignee="${text}"/></process></definitions>
            """);
    handOver(
        """
        <callActivity id="step" calledElement="${changed_fields.process}"><extensionElements>
          <camunda:in businessKey="${changed_fields.number}"/>
          <camunda:in sourceExpression="${changed_fields.group}" target="group"/>
          <camunda:in sourceExpression="${changed_fields.group.display_value}" target="text"/>
        </extensionElements></callActivity>
        """,
        Map.of("process", "called", "number", "INC9", "group", "abc"));

    assertThat(task().getName()).isEqualTo("abc!");
    assertThat(task().getAssignee()).isEqualTo("abc!");
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey("INC9").list())
        .hasSize(1);
  }

  @Test
  void whatAnExpressionLeavesInAVariableIsTheWholePill() {
    handOver(
        """
        <serviceTask id="step" camunda:expression="${changed_fields.group}" camunda:resultVariable="group"/>
        <sequenceFlow id="on" sourceRef="step" targetRef="later"/>
        <userTask id="later" name="${group.display_value}"/>
        """,
        Map.of("group", "abc"));

    assertThat(task().getName()).isEqualTo("abc!");
  }

  @ParameterizedTest
  @CsvSource({"true, yes", "1, yes", "false, no", "0, no", "'', no"})
  void aConditionIsAPillAlone(String value, String taken) {
    handOver(
        """
        <exclusiveGateway id="step" default="otherwise"/>
        <sequenceFlow id="if" sourceRef="step" targetRef="yes"><conditionExpression>${changed_fields.active}</conditionExpression></sequenceFlow>
        <sequenceFlow id="otherwise" sourceRef="step" targetRef="no"/>
        <userTask id="yes"/><userTask id="no"/>
        """,
        Map.of("active", value));

    assertThat(task().getTaskDefinitionKey()).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<intermediateCatchEvent id=\"step\"><messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>",
        "<intermediateCatchEvent id=\"step\"><signalEventDefinition signalRef=\"g\"/></intermediateCatchEvent>",
        "<userTask id=\"step\"><multiInstanceLoopCharacteristics><loopCardinality>${changed_fields.number}</loopCardinality></multiInstanceLoopCharacteristics></userTask>"
      })
  void eventsAndRepetitionsAreNamedByPills(String step) {
    handOver(step, Map.of("number", "2"));

    assertThat(runtime.createIncidentQuery().count()).isZero();
    assertThat(flows.memory.tries).isEmpty();
  }

  @Test
  void aFailedExternalTaskIsTheEntrysErrorAndSetReadyOffersItAgain() {
    String instance =
        handOver(
            "<serviceTask id=\"step\" name=\"Paint it\" camunda:type=\"external\" camunda:topic=\"paint\"/>",
            Map.of());
    flows
        .engine
        .getExternalTaskService()
        .handleFailure(fetch("paint").getId(), "worker", "No paint is left.", 0, 3_600_000);

    assertThat(flows.memory.told)
        .containsExactly("entry-1 failed in Paint it (step): No paint is left.");
    assertThat(fetchable("paint")).isEmpty();

    flows.transaction.executeWithoutResult(
        status -> released.released(new EntryReleased("entry-1", instance, true)));

    assertThat(flows.memory.told).last().isEqualTo("entry-1 retried");
    assertThat(runtime.createIncidentQuery().count()).isZero();
    flows.engine.getExternalTaskService().complete(fetch("paint").getId(), "worker");
    assertThat(flows.memory.told).last().isEqualTo("entry-1 completed");
  }

  @Test
  void skippingAnEntryEndsTheExternalTaskThatFailed() {
    String instance =
        handOver(
            "<serviceTask id=\"step\" camunda:type=\"external\" camunda:topic=\"paint\"/>",
            Map.of());
    flows.engine.getExternalTaskService().handleFailure(fetch("paint").getId(), "worker", "", 0, 0);

    assertThat(flows.memory.told)
        .containsExactly("entry-1 failed in step: The flow failed without saying why.");
    flows.transaction.executeWithoutResult(
        status -> released.released(new EntryReleased("entry-1", instance, false)));

    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void aRecordOfALongNumberRunsUnderAsMuchOfItAsTheEngineHolds() {
    String number = "N".repeat(254) + "\uD83D\uDE00" + "\0";
    flows.deploy(
        "waiting",
        HEAD
            + "<process id=\"waiting\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"><startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/><userTask id=\"t\"/></process></definitions>");

    FlowsByEvent.runner(flows, number).handOver(FlowsByEvent.in("waiting", Operation.CREATE, "{}"));
    execute();

    assertThat(runtime.createProcessInstanceQuery().list())
        .hasSize(2)
        .allSatisfy(
            instance ->
                assertThat(instance.getBusinessKey())
                    .startsWith("NNN")
                    .hasSizeLessThanOrEqualTo(255));
  }

  @Test
  void whatLooksLikeAnExpressionInASampleIsNeverEvaluated() {
    deploy(
        "<userTask id=\"step\" name=\"${changed_fields.number}\"/>",
        "{\"changed_fields\":[{\"key\":\"number\",\"value\":\"${payload} ${unknown}\"}]}");
    handOver(Map.of("number", "INC7"));

    assertThat(task().getName()).isEqualTo("INC7");
  }

  private Task task() {
    return flows.engine.getTaskService().createTaskQuery().singleResult();
  }

  private List<String> candidates(Task task) {
    return flows.engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
        .map((IdentityLink link) -> link.getUserId() == null ? link.getGroupId() : link.getUserId())
        .toList();
  }

  private List<LockedExternalTask> fetchable(String topic) {
    return flows
        .engine
        .getExternalTaskService()
        .fetchAndLock(1, "worker")
        .topic(topic, 60_000)
        .execute();
  }

  private LockedExternalTask fetch(String topic) {
    return fetchable(topic).get(0);
  }

  private void execute() {
    for (Job job : management.createJobQuery().withRetriesLeft().messages().list()) {
      try {
        management.executeJob(job.getId());
      } catch (RuntimeException noted) {
        throw new AssertionError("The flow failed", noted);
      }
    }
  }

  private String handOver(String step, Map<String, String> fields) {
    deploy(
        step,
        "{\"changed_fields\":["
            + List.of(
                    "number",
                    "user",
                    "group",
                    "due",
                    "priority",
                    "topic",
                    "when",
                    "process",
                    "active")
                .stream()
                .map("{\"key\":\"%s\",\"value\":\"\"}"::formatted)
                .collect(Collectors.joining(","))
            + "]}");
    return handOver(fields);
  }

  private static void deploy(String step, String sample) {
    flows.deploy(
        "pills",
        HEAD
            + """
            <message id="m" name="m ${changed_fields.number}"/><signal id="g" name="g ${changed_fields.number}"/>
            <process id="pills" isExecutable="true" camunda:historyTimeToLive="P1D">
              <startEvent id="start"/>
              <sequenceFlow id="a" sourceRef="start" targetRef="transform"/>
              <serviceTask id="transform" camunda:delegateExpression="${transformPayload}">
                <extensionElements><camunda:inputOutput>
                  <camunda:inputParameter name="payload">${payload}</camunda:inputParameter>
                  <camunda:inputParameter name="sample_payload">SAMPLE</camunda:inputParameter>
                  <camunda:outputParameter name="changed_fields">${changed_fields}</camunda:outputParameter>
                  <camunda:outputParameter name="capture_metadata">${capture_metadata}</camunda:outputParameter>
                </camunda:inputOutput></extensionElements>
              </serviceTask>
              <sequenceFlow id="b" sourceRef="transform" targetRef="step"/>
            """
                .replace("SAMPLE", sample)
            + step
            + "</process></definitions>");
  }

  private String handOver(Map<String, String> fields) {
    String payload =
        "{\"changed_fields\":[{\"key\":\"sys_id\",\"value\":\"552c48888c033300964f4932b03eb092\"}"
            + fields.entrySet().stream()
                .map(
                    field ->
                        ",{\"key\":\"%1$s\",\"value\":\"%2$s\",\"display_value\":\"%2$s!\"}"
                            .formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining())
            + "]}";
    String instance = runner.handOver(FlowsByEvent.in("pills", Operation.CREATE, payload));
    execute();
    ProcessInstance running =
        runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    assertThat(running).isNotNull();
    return instance;
  }

  private static final String HEAD =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
      """;
}
