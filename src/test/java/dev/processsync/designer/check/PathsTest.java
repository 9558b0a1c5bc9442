package dev.processsync.designer.check;

import static dev.processsync.designer.check.Checks.errors;
import static dev.processsync.designer.check.Checks.inbound;
import static dev.processsync.designer.check.Checks.warnings;
import static dev.processsync.designer.check.Checks.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.definition.Subflows.Kind;
import org.junit.jupiter.api.Test;

/** Gateways, and the paths between a start and an end. */
class PathsTest {

  private static final String DELETED = "${operation == 'delete' or operation == 'leave'}";

  @Test
  void everyWayButTheDefaultNeedsACondition() {
    assertThat(errors(Kind.INBOUND, with(inbound(), DELETED, "")))
        .containsExactly(
            "Record deleted or left?, way to What becomes of ours?: The way has no condition: give it"
                + " one, or make it the gateway's default.");
    assertThat(errors(Kind.INBOUND, with(inbound(), " default=\"Flow_RecordDeleted_No\"", "")))
        .containsExactly(
            "Record deleted or left?, way to Correlation found?: The way has no condition: give it one, or"
                + " make it the gateway's default.");
  }

  @Test
  void theDefaultNeedsNone() {
    assertThat(
            errors(
                Kind.INBOUND,
                with(
                    inbound(),
                    " default=\"Flow_RecordDeleted_No\"",
                    " default=\"Flow_RecordDeleted_Yes\"")))
        .hasSize(2)
        .contains(
            "Record deleted or left?, way to What becomes of ours?: The default has a condition, which"
                + " nobody asks: take it out.");
  }

  @Test
  void aGatewayWithoutADefaultIsAWarning() {
    String model =
        with(
            with(inbound(), " default=\"Flow_CorrelationFound_Otherwise\"", ""),
            "targetRef=\"EndEvent_NothingToApply\" />",
            "targetRef=\"EndEvent_NothingToApply\"><bpmn:conditionExpression"
                + " xsi:type=\"bpmn:tFormalExpression\">${status == 'inactive'}"
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>");

    assertThat(errors(Kind.INBOUND, model)).isEmpty();
    assertThat(warnings(Kind.INBOUND, model))
        .containsExactly(
            "Correlation found?: No way is the default, so an event that meets none of the"
                + " conditions fails: make one of the ways the default.");
  }

  @Test
  void theOnlyWayNeedsNoCondition() {
    String model =
        with(
            inbound(),
            "targetRef=\"EndEvent_EventApplied\" />",
            "targetRef=\"EndEvent_EventApplied\"><bpmn:conditionExpression"
                + " xsi:type=\"bpmn:tFormalExpression\">${status == 'active'}"
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>");

    assertThat(errors(Kind.INBOUND, model))
        .containsExactly(
            "Gateway_RecordApplied, way to Event applied: The only way out has a condition: take it"
                + " out, or add another way.");
  }

  @Test
  void whatNothingLeadsToIsAWarning() {
    String model =
        with(
            inbound(),
            "<bpmn:sequenceFlow id=\"Flow_MessageReceived\"",
            "<bpmn:endEvent id=\"EndEvent_Forgotten\" name=\"Forgotten\" />"
                + "<bpmn:sequenceFlow id=\"Flow_MessageReceived\"");

    assertThat(warnings(Kind.INBOUND, model))
        .containsExactly(
            "Forgotten: No path from the start leads here, so it never happens: connect it or"
                + " delete it.");
  }

  @Test
  void aPathWithoutAnEndIsAnErrorWhereResultsWouldBeLost() {
    assertThat(errors(Kind.INBOUND, without("Flow_CorrelationEnded")))
        .containsExactly(
            "Update Correlation State: The path ends here without an end event, so the results have"
                + " nowhere to go: append one.");
  }

  @Test
  void aPathWithoutAnEndIsAWarning() {
    String withoutResults =
        without("Flow_CorrelationEnded")
            .replaceAll("<camunda:outputParameter.*</camunda:outputParameter>", "");

    assertThat(warnings(Kind.INBOUND, withoutResults))
        .contains(
            "Update Correlation State: The path ends here without an end event: add one, to say how"
                + " it ended.",
            "Correlation ended: No path from the start leads here, so it never happens: connect it"
                + " or delete it.");
  }

  @Test
  void aGatewayWithoutAWayOutIsAnError() {
    assertThat(errors(Kind.INBOUND, without("Flow_RecordApplied")))
        .containsExactly(
            "Gateway_RecordApplied: The gateway has no way out: connect it to what comes next.");
  }

  @Test
  void aFlowNeedsAStart() {
    String model =
        without("Flow_MessageReceived")
            .replaceAll("(?s)<bpmn:startEvent.*?</bpmn:startEvent>", "")
            .replaceAll("(?s)<bpmndi:BPMNShape id=\"StartEvent.*?</bpmndi:BPMNShape>", "");

    assertThat(errors(Kind.INBOUND, model))
        .containsExactly(
            "Remote Process Sync Inbound Flow Template - Basic: There is no start event: begin with"
                + " one, or no flow can start.");
  }

  @Test
  void subprocessesTheirErrorsAndEventSubprocessesAreFollowed() {
    String model =
        with(
            Checks.withStep(
                inbound(),
                "SubProcess_Inner",
                """
                <bpmn:subProcess id="SubProcess_Inner" name="Inner">
                  <bpmn:startEvent id="StartEvent_Inner" name="Begun" />
                  <bpmn:endEvent id="EndEvent_Inner" name="Done" />
                  <bpmn:sequenceFlow id="Flow_Inner" sourceRef="StartEvent_Inner" targetRef="EndEvent_Inner" />
                </bpmn:subProcess>
                <bpmn:boundaryEvent id="BoundaryEvent_Inner" name="Failed" attachedToRef="SubProcess_Inner">
                  <bpmn:errorEventDefinition id="ErrorEventDefinition_Inner" camunda:errorMessageVariable="why" />
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="Flow_Failed" sourceRef="BoundaryEvent_Inner" targetRef="EndEvent_Failed" />
                <bpmn:endEvent id="EndEvent_Failed" name="Given up">
                  <bpmn:extensionElements><camunda:inputOutput>
                    <camunda:outputParameter name="error_message">${why}</camunda:outputParameter>
                  </camunda:inputOutput></bpmn:extensionElements>
                </bpmn:endEvent>
                """),
            "<bpmn:sequenceFlow id=\"Flow_MessageReceived\"",
            """
            <bpmn:subProcess id="SubProcess_Late" name="Too late" triggeredByEvent="true">
              <bpmn:startEvent id="StartEvent_Late" name="Late">
                <bpmn:timerEventDefinition id="TimerEventDefinition_Late">
                  <bpmn:timeDuration>PT1H</bpmn:timeDuration>
                </bpmn:timerEventDefinition>
              </bpmn:startEvent>
              <bpmn:endEvent id="EndEvent_Late" name="Late ended" />
              <bpmn:sequenceFlow id="Flow_Late" sourceRef="StartEvent_Late" targetRef="EndEvent_Late" />
            </bpmn:subProcess>
            <bpmn:sequenceFlow id="Flow_MessageReceived\"""");

    assertThat(Checks.check(Kind.INBOUND, model)).isEmpty();
  }

  private static String without(String way) {
    String model = inbound();
    return model
        .replaceAll("<bpmn:sequenceFlow id=\"" + way + "\"[^>]*/>", "")
        .replaceAll("<bpmn:(incoming|outgoing)>" + way + "</bpmn:(incoming|outgoing)>", "")
        .replaceAll("(?s)<bpmndi:BPMNEdge id=\"" + way + "_di\".*?</bpmndi:BPMNEdge>", "");
  }
}
