package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.TwoInstances;
import dev.processsync.TwoInstances.RunningInstance;
import dev.processsync.definition.Side;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What A knows of its messages at B, over real HTTP, whatever becomes of them there. */
class ReceiptsOfTwoInstancesTest {

  private static final String CREATES =
      """
      <bpmn:serviceTask id="Step" camunda:delegateExpression="${createRecord}">
        <bpmn:extensionElements><camunda:inputOutput>
          <camunda:inputParameter name="table">incident</camunda:inputParameter>
          <camunda:inputParameter name="fields"><camunda:map>
            <camunda:entry key="FIELD">Made of a message</camunda:entry>
          </camunda:map></camunda:inputParameter>
        </camunda:inputOutput></bpmn:extensionElements>
      </bpmn:serviceTask>""";
  private static final String SKIPS =
      """
      <bpmn:serviceTask id="Step" camunda:delegateExpression="${setQueueRecordStatus}">
        <bpmn:extensionElements><camunda:inputOutput>
          <camunda:inputParameter name="queue_record">${queue_entry}</camunda:inputParameter>
          <camunda:inputParameter name="status">skipped</camunda:inputParameter>
          <camunda:inputParameter name="reason">Not for us</camunda:inputParameter>
        </camunda:inputOutput></bpmn:extensionElements>
      </bpmn:serviceTask>""";
  private static final String WAITS = "<bpmn:userTask id=\"Step\"/>";

  private final String subflow = "receipts-" + SysId.next();
  private Side a;
  private Side b;
  private String capture = "";

  @BeforeEach
  void changesOfATravelToB() {
    List<Side> pair = Side.pair(TwoInstances.customer(), TwoInstances.vendor());
    a = pair.get(0);
    b = pair.get(1);
    b.names(a);
    publish(CREATES.replace("FIELD", "short_description"));
    insert(
        a,
        "ih_sync_outbound_definition",
        Map.of(
            "process_event",
            a.event("Changed"),
            "remote_system",
            a.remoteSystem(),
            "subflow",
            "outbound-flow-template-basic"));
    insert(
        b,
        "ih_sync_inbound_definition",
        Map.of(
            "process_event",
            b.event("Changed"),
            "remote_system",
            b.remoteSystem(),
            "subflow",
            subflow));
    capture =
        insert(
            a,
            "ih_sync_capture_definition",
            Map.of(
                "process_event",
                onlyEvent(),
                "state",
                "active",
                "table",
                "incident",
                "filter",
                "short_description=" + subflow,
                "fields",
                "number,short_description"));
    var answer = a.validateAndActivate();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @AfterEach
  void nothingMoreIsCaptured() {
    a.update("ih_sync_capture_definition", capture, Map.of("state", "draft"));
  }

  @Test
  void whatIsAppliedAtOnceIsToldByTheAnswer() {
    incident();

    awaitReceipt("applied");
    TableRecord made =
        b.instance().records().get(Actor.system(), "incident", sent().get("remote_record"));
    assertThat(sent().get("remote_number")).isEqualTo(made.get("number")).startsWith("INC");
  }

  @Test
  void whatIsLeftOutThereSaysWhy() {
    publish(SKIPS);

    incident();

    awaitReceipt("skipped");
    assertThat(sent().get("receipt_info")).isEqualTo("Not for us");
  }

  @Test
  void whatWaitsThereIsReceivedAndThenApplied() {
    publish(WAITS);

    incident();

    awaitReceipt("received");
    TaskService tasks = b.instance().bean(TaskService.class);
    String task =
        await()
            .until(
                () ->
                    tasks.createTaskQuery().processDefinitionKey(subflow).list().stream()
                        .findFirst()
                        .orElse(null),
                found -> found != null)
            .getId();
    tasks.complete(task);
    awaitReceipt("applied");
  }

  @Test
  void whatFailsThereTurnsIntoAppliedByItselfWhenItIsRepaired() {
    publish(CREATES.replace("FIELD", "no_such_field"));
    incident();
    awaitReceipt("error");
    assertThat(sent().get("receipt_info")).contains("no_such_field");

    publish(CREATES.replace("FIELD", "short_description"));
    // Nobody can be reached while it is repaired, as when B restarts.
    a.connectTo("http://localhost:1/");
    b.update("ih_sync_inbound_queue", received().sysId(), Map.of("status", "ready"));
    await().untilAsserted(() -> assertThat(received().get("status")).isEqualTo("processed"));
    a.connectTo(b.instance().url());

    awaitReceipt("applied");
    assertThat(sent().get("receipt_info")).isEmpty();
    assertThat(sent().get("remote_number")).startsWith("INC");
  }

  @Test
  void whatFailsThereAndIsGivenUpIsLeftOut() {
    publish(CREATES.replace("FIELD", "no_such_field"));
    incident();
    awaitReceipt("error");

    b.update("ih_sync_inbound_queue", received().sysId(), Map.of("status", "skipped"));

    awaitReceipt("skipped");
    assertThat(sent().get("receipt_info")).contains("no_such_field");
  }

  private void incident() {
    insert(a, "incident", Map.of("short_description", subflow));
  }

  private void awaitReceipt(String receipt) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(sent().get("receipt")).isEqualTo(receipt));
  }

  private TableRecord sent() {
    return only(a, "ih_sync_outbound_queue");
  }

  private TableRecord received() {
    return only(b, "ih_sync_inbound_queue");
  }

  private static TableRecord only(Side side, String queue) {
    List<TableRecord> all =
        side.instance()
            .records()
            .findBy(Actor.system(), queue, Map.of("remote_system", side.remoteSystem()));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private String onlyEvent() {
    return a.instance()
        .records()
        .findBy(Actor.system(), "ih_sync_process_event", Map.of("definition", a.definition()))
        .get(0)
        .sysId();
  }

  private static String insert(Side side, String table, Map<String, String> values) {
    return side.instance().records().insert(Actor.system(), table, values).sysId();
  }

  /** A version of B's subflow that takes this step. */
  private void publish(String step) {
    String model =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="process-sync.kind" value="inbound"/>
            </camunda:properties></bpmn:extensionElements>
            <bpmn:startEvent id="Start"/>
            <bpmn:sequenceFlow id="In" sourceRef="Start" targetRef="Step"/>
            %s
            <bpmn:sequenceFlow id="Out" sourceRef="Step" targetRef="End"/>
            <bpmn:endEvent id="End"/>
          </bpmn:process>
        </bpmn:definitions>"""
            .formatted(subflow, step);
    RunningInstance vendor = TwoInstances.vendor();
    vendor
        .bean(RepositoryService.class)
        .createDeployment()
        .addString(subflow + ".bpmn", model)
        .deploy();
  }
}
