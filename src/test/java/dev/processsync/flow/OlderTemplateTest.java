package dev.processsync.flow;

import dev.processsync.correlation.Ending;
import dev.processsync.record.Operation;
import dev.processsync.testing.FlowResult;
import dev.processsync.testing.SubflowExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A copy of the inbound template from before it had a branch for what is gone. */
class OlderTemplateTest {

  @RegisterExtension
  static final SubflowExtension subflow =
      SubflowExtension.of(Path.of("src/test/resources/subflows/inbound-from-before.bpmn"));

  @Test
  void stillEndsTheLinkOfADeletedRecordAndTheCorrelationKeepsWhy() {
    subflow.given().activeCorrelation();

    FlowResult result = subflow.run(Operation.DELETE);

    result.isProcessed().hasPassed("EndEvent_CorrelationEnded");
    result.correlation().hasEnded(Ending.Why.DELETED_THERE);
  }

  @Test
  void skipsAnUpdateOfARecordThatWasDeletedHere() {
    subflow.given().activeCorrelation().deletedLocalRecord();

    FlowResult result = subflow.run(Operation.UPDATE);

    result.isSkipped("It ended because its record was deleted here").createdNothing();
    result.correlation().isInactive();
  }

  @Test
  void takesThatARecordLeftForAnUpdate() {
    subflow.given().activeCorrelation();

    FlowResult result = subflow.run(Operation.LEAVE);

    result.isProcessed().hasPassed("ServiceTask_UpdateIncidentRecord").createdNothing();
    result.correlation().isActive();
  }
}
