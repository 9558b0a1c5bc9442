package dev.processsync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.check.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the tutorial makes of the inbound template is ready to be published. */
class TutorialSubflowsTest {

  @Test
  void theRequestHasNoProblems() throws IOException {
    String model =
        template()
            .withSamplePayload(ReceivingSteps.sample("request-hardware.json"))
            .withMapping(SubflowModel.CREATE, ReceivingSteps.REQUEST_MAPPING)
            .withMapping(SubflowModel.UPDATE, ReceivingSteps.REQUEST_MAPPING)
            .toXml();

    assertThat(Checks.check(Kind.INBOUND, model)).isEmpty();
  }

  @Test
  void theFulfilmentWithoutItsElseHasNoProblems() throws IOException {
    String model =
        template()
            .withSamplePayload(ReceivingSteps.sample("hardware-request-fulfilled.json"))
            .withMapping(SubflowModel.UPDATE, ReceivingSteps.FULFILMENT_MAPPING)
            .withoutElse()
            .toXml();

    assertThat(Checks.check(Kind.INBOUND, model)).isEmpty();
  }

  private static SubflowModel template() throws IOException {
    return SubflowModel.parse(
        Files.readString(Path.of("bpmn", ReceivingSteps.INBOUND_TEMPLATE + ".bpmn")));
  }
}
