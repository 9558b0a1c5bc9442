package dev.processsync.designer.check;

import static dev.processsync.designer.check.Checks.errors;
import static dev.processsync.designer.check.Checks.inbound;
import static dev.processsync.designer.check.Checks.input;
import static dev.processsync.designer.check.Checks.outbound;
import static dev.processsync.designer.check.Checks.output;
import static dev.processsync.designer.check.Checks.warnings;
import static dev.processsync.designer.check.Checks.with;
import static dev.processsync.designer.check.Checks.withAction;
import static dev.processsync.designer.check.Checks.withStep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.definition.Subflows.Kind;
import org.junit.jupiter.api.Test;

/** What actions need, and where they belong. */
class ActionsTest {

  @Test
  void anInputThatTheElementTemplateAsksForMustBeGiven() {
    assertThat(
            errors(
                Kind.INBOUND,
                withAction(
                    inbound(),
                    "sendNotification",
                    input("to", "Hardware") + input("subject", " "))))
        .containsExactly(
            "One more: Send Notification needs its input 'subject' (Subject): give it a value.");
  }

  @Test
  void anInputThatIsLeftOutIsTheFlowsVariableOfThisName() {
    assertThat(errors(Kind.INBOUND, with(inbound(), input("payload", "${payload}"), ""))).isEmpty();
    assertThat(
            errors(
                Kind.INBOUND,
                with(inbound(), input("payload", "${payload}"), input("payload", ""))))
        .hasSize(1);
  }

  @Test
  void aChoiceMustBeOneOfTheElementTemplates() {
    String model = with(inbound(), input("state", "inactive"), input("state", "gone"));

    assertThat(errors(Kind.INBOUND, model))
        .containsExactly(
            "Update Correlation State: 'gone' is no value of the input 'state' (State): use active"
                + " or inactive.");
    assertThat(errors(Kind.INBOUND, with(inbound(), input("state", "inactive"), "")))
        .containsExactly(
            "Update Correlation State: Update Correlation State needs its input 'state' (State):"
                + " give it a value, active or inactive.");
  }

  @Test
  void onlyAnOutboundSubflowSends() {
    String send =
        input("correlation", "${correlation}")
            + input("operation", "${operation}")
            + input("payload", "${payload}");

    assertThat(errors(Kind.INBOUND, withAction(inbound(), "sendCapturedPayload", send)))
        .containsExactly(
            "One more: Only an outbound subflow has something to send: take this action out.");
  }

  @Test
  void anOutboundSubflowThatSendsNothingIsAWarning() {
    assertThat(
            warnings(
                Kind.OUTBOUND, with(outbound(), "${sendCapturedPayload}", "${createCorrelation}")))
        .containsExactly(
            "Remote Process Sync Outbound Flow Template - Basic: Nothing is sent: add the action"
                + " Send Captured Payload to Remote System.");
  }

  @Test
  void aServiceTaskNeedsAnAction() {
    String model =
        withStep(inbound(), "ServiceTask_Empty", "<bpmn:serviceTask id=\"ServiceTask_Empty\" />");

    assertThat(errors(Kind.INBOUND, model))
        .containsExactly(
            "ServiceTask_Empty: The task has no action: apply an element template to it.");
  }

  @Test
  void aPlainTaskDoesNothing() {
    String model = withStep(inbound(), "Task_Plain", "<bpmn:task id=\"Task_Plain\" />");

    assertThat(warnings(Kind.INBOUND, model))
        .containsExactly(
            "Task_Plain: The task does nothing: make it a service task and choose an action.");
  }

  @Test
  void anOutputWithoutAValueIsAWarning() {
    assertThat(
            warnings(
                Kind.INBOUND,
                with(inbound(), output("local_record", "${record}"), output("local_record", ""))))
        .contains(
            "Create Incident Record: The output 'local_record' has no value: give it one,"
                + " ${local_record} for example, or take it out.");
  }

  @Test
  void aSubflowThatNeverSaysHowItEndedIsAWarning() {
    assertThat(
            warnings(
                Kind.INBOUND, with(inbound(), output("error_message", "${error_message}"), "")))
        .containsExactly(
            "Remote Process Sync Inbound Flow Template - Basic: No activity gives the subflow's"
                + " output 'error_message': pass it on from the actions, as the templates do.");
  }
}
