package dev.processsync.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.identity.Role;
import dev.processsync.record.Operation;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An expectation that is wrong says what is so instead. */
class ExpectationsTest {

  private static final String CREATE = "ServiceTask_CreateIncidentRecord";
  private static final String UPDATE = "ServiceTask_UpdateIncidentRecord";

  @RegisterExtension
  static final SubflowExtension inbound =
      SubflowExtension.of(Path.of("src/test/resources/subflows/request-hardware-inbound.bpmn"));

  @RegisterExtension
  static final SubflowExtension outbound =
      SubflowExtension.of(Path.of("bpmn/outbound-flow-template-basic.bpmn"));

  @Test
  void fieldsAreNamedOneByOneWithWhatTheyShow() {
    inbound.given().group("Software").field("severity", "1");
    inbound.given().reference("assignment_group", "1", "Software");
    FlowResult result = inbound.run(Operation.CREATE);

    failing(
            () ->
                result
                    .created("incident")
                    .hasFields(Map.of("urgency", "2 - Medium", "assignment_group", "Hardware")))
        .hasMessageMatching("(?s)Incident INC\\d+:\\n.*")
        .hasMessageContaining("\n  urgency should be '2 - Medium', but it is '1' (1 - High)")
        .hasMessageContaining("\n  assignment_group should be 'Hardware', but it is '")
        .hasMessageContaining("' (Software)");
    failing(() -> result.created("incident").hasField("category", ""))
        .hasMessageContaining("category should be '', but it is 'inquiry' (Inquiry / Help)");
    failing(() -> result.created("incident").hasFieldContaining("close_notes", "desk"))
        .hasMessageContaining("close_notes should contain 'desk', but it is empty");
    failing(() -> result.created("incident").hasField("urgencyy", "1"))
        .hasMessageContaining("Incident [incident] has no field 'urgencyy'. It has: ");
  }

  @Test
  void recordsThatWereWrittenAreNamedWithTheWayOfTheFlow() {
    inbound.given().field("severity", "1");
    FlowResult created = inbound.run(Operation.CREATE);
    FlowResult updated = inbound.run(Operation.UPDATE);
    inbound.given().field("severity", "2");
    FlowResult changed = inbound.run(Operation.UPDATE);

    failing(() -> created.created("problem"))
        .hasMessageMatching(
            "The flow should have created one record of Problem \\[problem], but it created"
                + " Incident INC\\d+; it ended\\. Its way: .* → Event applied .*");
    failing(created::createdNothing)
        .hasMessageMatching(
            "The flow should have created no record, but it created Incident INC\\d+");
    failing(() -> updated.updated("incident"))
        .hasMessageContaining("should have updated one record of Incident [incident], but")
        .hasMessageContaining("it updated none");
    failing(changed::updatedNothing).hasMessageContaining("but it updated Incident INC");
    failing(() -> changed.localRecord().isUnchanged())
        .hasMessageContaining("should have changed in nothing, but it has changed in [")
        .hasMessageContaining("urgency");
    failing(() -> changed.localRecord().hasChangedOnly("urgency"))
        .hasMessageContaining("[urgency], but it has changed in [priority, urgency]");
  }

  @Test
  void theWayOfTheFlowIsTold() {
    inbound.given().activeCorrelation();
    FlowResult result = inbound.run(Operation.UPDATE);

    failing(() -> result.hasPassed(UPDATE, CREATE))
        .hasMessageStartingWith(
            "The flow should have passed Create Incident Record (ServiceTask_CreateIncidentRecord),"
                + " but it ended. Its way: Message received (StartEvent_MessageReceived) → ");
    failing(() -> result.hasPassedInOrder("EndEvent_EventApplied", UPDATE))
        .hasMessageStartingWith("The flow should have passed, in this order, Event applied (");
    failing(() -> result.hasNotPassed(UPDATE))
        .hasMessageStartingWith("The flow should not have passed Update Incident Record (");
    failing(() -> result.isWaitingAt(UPDATE))
        .hasMessageStartingWith("The flow should wait at Update Incident Record (");
    failing(() -> result.complete(UPDATE, Map.of()))
        .hasMessageStartingWith("The flow should wait at Update Incident Record (")
        .hasMessageContaining(", but it ended.");
    failing(() -> result.hasPassed("ServiceTask_CreateIncident"))
        .hasMessageContaining("has no activity 'ServiceTask_CreateIncident'. It has: ");
    failing(() -> result.hasVariable("status", "none"))
        .hasMessage("Variable 'status' should be none, but it is active.");
  }

  @Test
  void theQueueRecordSaysWhatItWouldShow() {
    inbound.given().reference("assignment_group", "1", "Nobody");
    FlowResult warned = inbound.run(Operation.CREATE);
    inbound.given().inactiveCorrelation();
    FlowResult skipped = inbound.run(Operation.UPDATE);

    failing(warned::hasNoWarnings).hasMessageContaining("Assignment group (incident.assignment");
    failing(() -> warned.hasWarning("Caller"))
        .hasMessageContaining("carry the warning\n  Caller\nbut it carries\n  Assignment group");
    failing(() -> warned.isSkipped("is inactive"))
        .hasMessage(
            "The queue record should become Skipped because of\n  is inactive\nbut it becomes Processed");
    failing(skipped::isProcessed)
        .hasMessageContaining("should become Processed, but it becomes Skipped because of")
        .hasMessageContaining("is inactive: it neither sends nor applies.");
    failing(() -> skipped.isSkipped("no such record"))
        .hasMessageContaining("no such record\nbut it becomes Skipped because of\n  Correlation ");
  }

  @Test
  void aFailureNamesTheActivityAndTheReason() {
    inbound.given().runAs(Role.RUN_AS);

    failing(() -> inbound.run(Operation.CREATE))
        .hasMessageStartingWith(
            "The flow failed in Create Incident Record (ServiceTask_CreateIncidentRecord):"
                + " User 'rps.run.as' may not create Incident")
        .hasNoCause();
    FlowFailure failure = inbound.fails(Operation.CREATE);
    failing(() -> failure.at(UPDATE))
        .hasMessageStartingWith(
            "The flow should have failed in ServiceTask_UpdateIncidentRecord, but it failed in"
                + " Create Incident Record (ServiceTask_CreateIncidentRecord): User 'rps.run.as'");
    failing(() -> failure.because("too late"))
        .hasMessageStartingWith(
            "The flow should have failed because of\n  too late\nbut it failed");
  }

  @Test
  void aFlowThatGoesWellHasNotFailed() {
    failing(() -> inbound.fails(Operation.CREATE))
        .hasMessageStartingWith("The flow should have failed, but it ended. Its way: Message");
  }

  @Test
  void messagesAndCorrelationsAreShown() {
    outbound.given().activeCorrelation().payload("{\"a\":1}");
    FlowResult sent = outbound.run(Operation.UPDATE);
    outbound.given().noCorrelation();
    FlowResult silent = outbound.run(Operation.DELETE);

    failing(sent::sentNothing).hasMessageContaining("should have sent nothing, but it sent [");
    failing(() -> sent.sent().hasPayload("{\"a\":2}"))
        .hasMessage("The payload should be\n  {\"a\":2}\nbut it is\n  {\"a\":1}");
    failing(() -> sent.sent().hasPayload("{a")).hasMessageStartingWith("This is no JSON: ");
    failing(() -> sent.sent().hasCorrelationIds("ours", "theirs"))
        .hasMessageContaining("'local-correlation-id' and 'remote-correlation-id'");
    failing(silent::sent).hasMessage("The flow should have sent one message, but it sent none");
    failing(silent::correlation).hasMessage("There should be one correlation, but there is none");
    failing(silent::localRecord).hasMessageContaining("should be there, but is gone");
  }

  private static AbstractThrowableAssert<?, ?> failing(ThrowingCallable expectation) {
    return assertThatThrownBy(expectation).isInstanceOf(AssertionError.class);
  }
}
