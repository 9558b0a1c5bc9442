package dev.processsync.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.processsync.record.Operation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A subflow that waits goes on when the test does what it waits for. */
class WaitingSubflowTest {

  @RegisterExtension
  static final SubflowExtension subflow =
      SubflowExtension.of(Path.of("src/test/resources/subflows/review-outbound.bpmn"));

  @Test
  void aPersonApprovesWhatIsSent() {
    FlowResult waiting = subflow.run(Operation.CREATE);
    waiting.isWaitingAt("UserTask_ReviewEvent").sentNothing().hasNoCorrelation();

    FlowResult result = waiting.complete("UserTask_ReviewEvent", Map.of("approved", true));

    result.isProcessed().sent().hasField("sys_class_name", "incident");
    result.localRecord().isCorrelated();
  }

  @Test
  void aPersonRejectsIt() {
    FlowResult result =
        subflow
            .run(Operation.CREATE)
            .complete(
                "UserTask_ReviewEvent", Map.of("approved", false, "error_message", "Not ours."));

    result.isSkipped("Not ours.").sentNothing();
  }

  @Test
  void whenTheTimeIsOverItIsSentWithoutAReview() {
    FlowResult result = subflow.run(Operation.CREATE).fireTimer("BoundaryEvent_ReviewIsLate");

    result.isProcessed().hasPassed("BoundaryEvent_ReviewIsLate").sent();
  }

  @Test
  void aStepThatFailsAfterTheWaitIsNamedAndUndone() {
    subflow.given().payload("");
    FlowResult waiting = subflow.run(Operation.CREATE);

    assertThatThrownBy(() -> waiting.complete("UserTask_ReviewEvent", Map.of("approved", true)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("The flow failed in Send Captured Payload to Remote System (")
        .hasMessageContaining("The input 'payload' is empty");
    waiting.isWaitingAt("ServiceTask_CreateCorrelation").hasNoCorrelation();
  }

  @Test
  void theProcessInstanceSuitsTheAssertionsOfCamunda() {
    FlowResult waiting = subflow.run(Operation.CREATE);

    assertThat(waiting.processInstance()).isWaitingAt("UserTask_ReviewEvent").isNotEnded();
    assertThat(waiting.processInstance()).task().hasName("Review event");

    waiting.complete("UserTask_ReviewEvent", Map.of("approved", true));
    assertThat(waiting.processInstance()).isEnded().hasPassed("ServiceTask_SendPayload");
  }
}
