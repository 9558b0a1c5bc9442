package dev.processsync.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.record.Operation;
import dev.processsync.testing.slice.FlowSlice;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that can't be published says why, before any test of it runs. */
class PublishedModelTest {

  private static final FlowSlice world = FlowSlice.get();
  private static final String TEMPLATE = FlowSlice.model("error-flow-template-basic");

  @BeforeEach
  void reset() {
    world.reset();
  }

  @Test
  void itsKindIsWhatItSaysItIs() {
    assertThat(publish(TEMPLATE).kind()).isEqualTo(Kind.ERROR);
    assertThat(publish(TEMPLATE).key()).isEqualTo("error-flow-template-basic");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Model.publish(world, Path.of("bpmn/nowhere.bpmn")))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Subflow bpmn/nowhere.bpmn can't be read: there is no such file");
  }

  @Test
  void whatAnInstanceWouldRefuseToPublishIsRefused() {
    String code = TEMPLATE.replace("${createRecord}", "${runtimeService}");

    assertThatThrownBy(() -> publish(code))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Subflow my.bpmn can't be published. Line ")
        .hasMessageContaining("Create Incident Record (ServiceTask_CreateIncident)")
        .hasMessageContaining("'${runtimeService}', which is none of the actions");
  }

  @Test
  void aProcessThatIsNoSubflowIsRefused() {
    assertThatThrownBy(() -> publish(TEMPLATE.replace("process-sync.kind", "kind")))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Subflow my.bpmn has no extension property process-sync.kind");
    assertThatThrownBy(() -> publish(TEMPLATE.replace(" isExecutable=\"true\"", "")))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Subflow my.bpmn can't be published.")
        .hasMessageEndingWith("set isExecutable to true.");
  }

  @Test
  void aVersionKeepsTheKey() {
    Scene scene = new Scene(world, publish(TEMPLATE));

    assertThatThrownBy(
            () ->
                scene.publish(TEMPLATE.replace("id=\"error-flow-template-basic\"", "id=\"else\"")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the key 'error-flow-template-basic'");
  }

  @Test
  void onlyErrorSubflowsRunForNoRecord() {
    Scene error = new Scene(world, publish(TEMPLATE));
    Scene inbound = new Scene(world, publish(FlowSlice.model("inbound-flow-template-basic")));

    assertThatThrownBy(() -> error.run(Optional.of(Operation.CREATE)))
        .hasMessageContaining("is an error subflow: it runs for no record, by run()");
    assertThatThrownBy(() -> inbound.run(Optional.empty()))
        .hasMessageContaining("is an inbound subflow: say what happened to the record");
  }

  private static Model publish(String xml) {
    return Model.publish(world, "my.bpmn", xml);
  }
}
