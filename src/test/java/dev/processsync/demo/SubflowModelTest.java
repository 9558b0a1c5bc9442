package dev.processsync.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.ModelChecks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A script edits the inbound template as the tutorial does. */
class SubflowModelTest {

  private final SubflowModel model = SubflowModel.parse(inboundTemplate());

  @Test
  void putsTheSampleIntoTransformPayload() {
    String sample = ReceivingSteps.sample("request-hardware.json");

    String edited = model.withSamplePayload(sample).toXml();

    assertThat(edited).contains("name=\"sample_payload\">{\"capture_metadata\"");
    assertThat(SubflowModel.parse(edited).withSamplePayload(sample).toXml()).isEqualTo(edited);
  }

  @Test
  void writesAMappingAsDataPillsInPlaceOfTheOldOne() {
    String edited =
        model
            .withMapping(SubflowModel.CREATE, Map.of("impact", "severity"))
            .withMapping(SubflowModel.CREATE, Map.of("urgency", "severity"))
            .toXml();

    assertThat(edited)
        .containsOnlyOnce(
            "<camunda:entry key=\"urgency\">${changed_fields.severity}</camunda:entry>")
        .doesNotContain("key=\"impact\"");
  }

  @Test
  void deletesTheElseWithAllThatOnlyItLeadsTo() {
    String edited = model.withoutElse().toXml();

    assertThat(edited)
        .doesNotContain("Create Incident Record", "Create Correlation")
        .doesNotContain("ServiceTask_CreateIncidentRecord", "Flow_CorrelationFound_No\"")
        .as("a gateway that joins nothing any more")
        .doesNotContain("Gateway_RecordApplied")
        .contains("Update Incident Record", "Update Correlation State", "Nothing to apply");
  }

  @Test
  void whatTheTutorialMakesOfTheTemplateIsBeautifulToo() {
    ModelChecks.lint("without-else.bpmn", model.withoutElse().toXml());
  }

  @Test
  void anElseThatIsGoneStaysGone() {
    String edited = model.withoutElse().toXml();

    assertThat(model.withoutElse().toXml()).isEqualTo(edited);
  }

  @Test
  void saysWhichActionAMappingMisses() {
    model.withoutElse();

    assertThatThrownBy(() -> model.withMapping(SubflowModel.CREATE, Map.of()))
        .hasMessageContaining("${createRecord}");
  }

  @Test
  void refusesADocumentThatDeclaresEntities() {
    assertThatThrownBy(() -> SubflowModel.parse("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String inboundTemplate() {
    try (InputStream in =
        SubflowModelTest.class.getResourceAsStream("/bpmn/inbound-flow-template-basic.bpmn")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
