package dev.processsync.testing;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.record.Operation;
import dev.processsync.testing.slice.FlowSlice;
import java.util.Locale;
import java.util.Optional;

/** One test's: the subflow, what is given, and how often it has run. */
final class Scene {

  private final FlowSlice world;
  private final Given given;
  private Model model;
  private int runs;

  Scene(FlowSlice world, Model model) {
    this.world = world;
    this.model = model;
    this.given = new Given(world);
  }

  Given given() {
    return given;
  }

  void publish(String bpmn) {
    Model next = Model.publish(world, model.source(), bpmn);
    if (!next.key().equals(model.key())) {
      throw new AssertionError(
          "The model's key is '%s'; a version of this subflow has the key '%s'."
              .formatted(next.key(), model.key()));
    }
    model = next;
  }

  FlowResult run(Optional<Operation> operation) {
    try {
      return start(operation);
    } catch (FlowStopped stopped) {
      throw stopped.unexpected();
    }
  }

  FlowFailure fails(Optional<Operation> operation) {
    FlowResult result;
    try {
      result = start(operation);
    } catch (FlowStopped stopped) {
      return new FlowFailure(stopped);
    }
    throw new AssertionError("The flow should have failed, but " + result);
  }

  private FlowResult start(Optional<Operation> operation) {
    if (operation.isPresent() == (model.kind() == Kind.ERROR)) {
      throw new IllegalStateException(
          operation.isPresent()
              ? "%s is an error subflow: it runs for no record, by run()".formatted(model.source())
              : "%s is an %s subflow: say what happened to the record, as in run(Operation.CREATE)"
                  .formatted(model.source(), model.kind().name().toLowerCase(Locale.ROOT)));
    }
    String entry = "queue-entry-" + ++runs;
    FlowRun run = new FlowRun(world, model, entry);
    run.start(given.inputs(model.kind(), entry, operation));
    return new FlowResult(world, given, run);
  }
}
