package dev.processsync.designer.check;

import static dev.processsync.designer.check.Checks.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.definition.Subflows.Kind;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedSubflowsTest {

  @Test
  void theOutboundAndTheErrorTemplateHaveNoProblems() {
    assertThat(Checks.check(Kind.OUTBOUND, shipped("outbound-flow-template-basic"))).isEmpty();
    assertThat(Checks.check(Kind.ERROR, shipped("error-flow-template-basic"))).isEmpty();
  }

  @Test
  void theInboundTemplateWaitsForItsMappings() {
    assertThat(Checks.check(Kind.INBOUND, shipped("inbound-flow-template-basic")))
        .extracting(Problem::severity, Problem::property)
        .hasSize(2)
        .containsOnly(tuple(Problem.Severity.WARNING, "fields"));
  }

  @ParameterizedTest
  @CsvSource({
    "OUTBOUND, process-event-outbound",
    "INBOUND, process-event-inbound",
    "ERROR, remote-system-error"
  })
  void aSubflowsInputsAreWhatItsOrchestrationHandsOver(Kind kind, String orchestration) {
    List<String> given =
        Bpmn.readModelFromFile(Path.of("bpmn", orchestration + ".bpmn").toFile())
            .getModelElementsByType(CamundaIn.class)
            .stream()
            .map(CamundaIn::getCamundaTarget)
            .filter(target -> target != null)
            .toList();

    assertThat(SubflowInputs.of(kind)).containsExactlyInAnyOrderElementsOf(given);
  }

  @Test
  void whatIsNoModelIsSaidToBeNone() {
    assertThat(Checks.errors(Kind.INBOUND, "<a/>"))
        .singleElement()
        .asString()
        .startsWith("a-copy: The model is not valid BPMN: ");
    assertThat(
            Checks.errors(
                Kind.INBOUND,
                shipped("inbound-flow-template-basic")
                    .replace("?>", "?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>")))
        .singleElement()
        .asString()
        .contains("DOCTYPE");
  }

  @Test
  void aProblemIsWrittenInLowerCase() throws JsonProcessingException {
    Problem problem = new Place("Task_1", "Task", "fields").error("Map it.");

    assertThat(new ObjectMapper().writeValueAsString(problem))
        .isEqualTo(
            "{\"severity\":\"error\",\"element\":\"Task_1\",\"name\":\"Task\",\"property\":\"fields\","
                + "\"message\":\"Task: Map it.\"}");
  }
}
