package dev.processsync.testing;

import dev.processsync.record.Operation;
import dev.processsync.testing.slice.FlowSlice;
import java.nio.file.Path;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Tests a subflow: what is given, when it runs, what then is so.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SubflowExtension subflow = SubflowExtension.of(Path.of("my/request-inbound.bpmn"));
 *
 * @Test
 * void anUnknownRequestBecomesAnIncident() {
 *   subflow.given().field("short_description", "A laptop");
 *
 *   FlowResult result = subflow.run(Operation.CREATE);
 *
 *   result.isEnded().hasPassed("ServiceTask_CreateIncidentRecord");
 *   result.created("incident").hasField("short_description", "A laptop").isCorrelated();
 * }
 * }</pre>
 *
 * <p>The file is a subflow of any kind as Camunda Modeler saves it, or as {@code GET
 * /api/process-sync/v1/subflows/{key}/bpmn} answers. It is published before each test, by the same
 * rules as on an instance, into a world that has no records but what the test gives. Tables are
 * those of the product and of {@code ./dictionary}.
 */
public final class SubflowExtension implements BeforeEachCallback {

  private final Path file;
  private @Nullable Scene scene;

  private SubflowExtension(Path file) {
    this.file = file;
  }

  /**
   * @param file the subflow's BPMN, for example {@code
   *     Path.of("src/test/resources/request-inbound.bpmn")}
   */
  public static SubflowExtension of(Path file) {
    return new SubflowExtension(file);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    FlowSlice world = FlowSlice.get();
    // Several subflows of one test share its world.
    context
        .getStore(Namespace.create(SubflowExtension.class))
        .getOrComputeIfAbsent(
            "world",
            key -> {
              world.reset();
              return key;
            });
    scene = new Scene(world, Model.publish(world, file));
  }

  /** What there is before the flow runs; call it as often as you like. */
  public Given given() {
    return scene().given();
  }

  /**
   * Runs an inbound or outbound subflow from its start to its end, or to where it waits for a
   * person, a timer or a message. Each call is another event of the same record.
   *
   * @param operation what happened to the record, on the other instance or on this one
   * @throws AssertionError if the flow fails: it says in which activity, and why
   */
  public FlowResult run(Operation operation) {
    return scene().run(Optional.of(operation));
  }

  /**
   * Runs an error subflow, as {@link #run(Operation)} does the others.
   *
   * @throws AssertionError if the flow fails: it says in which activity, and why
   */
  public FlowResult run() {
    return scene().run(Optional.empty());
  }

  /**
   * Runs an inbound or outbound subflow that has to fail. All that it did is undone then.
   *
   * @throws AssertionError if it does not fail
   */
  public FlowFailure fails(Operation operation) {
    return scene().fails(Optional.of(operation));
  }

  /** Runs an error subflow that has to fail, as {@link #fails(Operation)} does the others. */
  public FlowFailure fails() {
    return scene().fails(Optional.empty());
  }

  /**
   * Publishes another version of the subflow, which runs from now on: what this test would see of
   * an edited model.
   *
   * @param bpmn a model of the same key
   */
  public void publish(String bpmn) {
    scene().publish(bpmn);
  }

  /** The sys_id of the record of a table that people know by this name or number. */
  public String idOf(String table, String displayValue) {
    return scene().given().idOf(table, displayValue);
  }

  /** The engine that runs the subflow, for what this kit has no words for. */
  public ProcessEngine engine() {
    return FlowSlice.get().engine;
  }

  /**
   * Measures how much of the subflow the tests of a class pass through, and writes a report to
   * {@code target/process-test-coverage}. Register it beside this extension:
   *
   * <pre>{@code
   * @RegisterExtension
   * static final ProcessEngineCoverageExtension coverage = subflow.coverage(1.0);
   * }</pre>
   *
   * @param atLeast the part of all activities and sequence flows that the class has to reach, 1.0
   *     for all of them
   */
  public ProcessEngineCoverageExtension coverage(double atLeast) {
    return ProcessEngineCoverageExtension.builder(FlowSlice.get().running())
        .assertClassCoverageAtLeast(atLeast)
        .build();
  }

  private Scene scene() {
    if (scene == null) {
      throw new IllegalStateException(
          "There is something given, and a flow runs, within a test only: annotate the field of"
              + " this SubflowExtension with @RegisterExtension.");
    }
    return scene;
  }
}
