package dev.processsync.testing;

import dev.processsync.testing.slice.FlowSlice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a subflow came to. Whatever is not so fails the test with a sentence that says
 * what is so instead.
 */
public final class FlowResult {

  private final FlowSlice world;
  private final Given given;
  private final FlowRun run;
  private final RecordChanges changes;

  FlowResult(FlowSlice world, Given given, FlowRun run) {
    this.world = world;
    this.given = given;
    this.run = run;
    this.changes = new RecordChanges(world, run);
  }

  /** The flow has reached an end event. */
  public FlowResult isEnded() {
    return require(trace().isEnded(), "have ended");
  }

  /** The flow waits at these activities, and at no others. */
  public FlowResult isWaitingAt(String... activities) {
    List<String> wanted = known(activities).sorted().toList();
    return require(
        trace().waitingAt().stream().sorted().toList().equals(wanted), "wait at " + titles(wanted));
  }

  /** The flow has gone through each of these activities, events, or gateways. */
  public FlowResult hasPassed(String... activities) {
    List<String> missing =
        known(activities).filter(Predicate.not(trace().passed()::contains)).toList();
    return require(missing.isEmpty(), "have passed " + titles(missing));
  }

  /** As {@link #hasPassed}, one after the other; there may be others between them. */
  public FlowResult hasPassedInOrder(String... activities) {
    List<String> wanted = known(activities).toList();
    int reached = 0;
    for (String passed : trace().passed()) {
      if (reached < wanted.size() && wanted.get(reached).equals(passed)) {
        reached++;
      }
    }
    return require(reached == wanted.size(), "have passed, in this order, " + titles(wanted));
  }

  public FlowResult hasNotPassed(String... activities) {
    List<String> passed = known(activities).filter(trace().passed()::contains).toList();
    return require(passed.isEmpty(), "not have passed " + titles(passed));
  }

  /** A variable of the flow has this value, also after its end: its outputs, for example. */
  public FlowResult hasVariable(String name, Object value) {
    Object actual = variable(name);
    if (!value.equals(actual)) {
      throw new AssertionError(
          "Variable '%s' should be %s, but it is %s.".formatted(name, value, actual));
    }
    return this;
  }

  /** A variable of the flow; null if it has none of this name. */
  public @Nullable Object variable(String name) {
    return trace().variable(name);
  }

  /** The queue record becomes Processed: the flow has ended and was not skipped. */
  public FlowResult isProcessed() {
    isEnded();
    queueRecord().requireProcessed();
    return this;
  }

  /**
   * The queue record becomes Skipped: the flow has ended with an error message, which says why
   * there was nothing to do.
   *
   * @param reason a part of that message
   */
  public FlowResult isSkipped(String reason) {
    isEnded();
    queueRecord().requireSkipped(reason);
    return this;
  }

  /**
   * The queue record carries a warning: of a reference that leads nowhere, for example. An error
   * subflow has no queue record; its warnings are in the log.
   *
   * @param message a part of it
   */
  public FlowResult hasWarning(String message) {
    queueRecord().requireWarning(message);
    return this;
  }

  public FlowResult hasNoWarnings() {
    queueRecord().requireNoWarnings();
    return this;
  }

  /** The warnings that the queue record carries. */
  public List<String> warnings() {
    return queueRecord().warnings();
  }

  private QueueRecord queueRecord() {
    return new QueueRecord(
        world.memory, run.entry(), Objects.toString(variable("error_message"), "").strip());
  }

  /** The one record of this table that the flow has created. */
  public RecordAssert created(String table) {
    return changes.onlyCreated(table);
  }

  /** No record of any table was created. */
  public FlowResult createdNothing() {
    changes.requireNoneCreated();
    return this;
  }

  /** The one record of this table that was there before and has changed. */
  public RecordAssert updated(String table) {
    return changes.onlyUpdated(table);
  }

  /** No record that was there before has changed. */
  public FlowResult updatedNothing() {
    changes.requireNoneUpdated();
    return this;
  }

  /** The flow has deleted one record of this table. */
  public FlowResult deleted(String table) {
    changes.requireOnlyDeleted(table);
    return this;
  }

  /** No record was deleted. */
  public FlowResult deletedNothing() {
    changes.requireNoneDeleted();
    return this;
  }

  /** The event's record on this instance, as it is now: the correlated one, or the given one. */
  public RecordAssert localRecord() {
    return changes.of(given.eventsRecord().now());
  }

  /** The one message that the flow has put into the outbox. */
  public MessageAssert sent() {
    return MessageAssert.only(messages());
  }

  public FlowResult sentNothing() {
    MessageAssert.requireNone(messages());
    return this;
  }

  private List<SentMessage> messages() {
    return world.memory.sent.stream()
        .filter(sent -> sent.entry().equals(run.entry()))
        .map(SentMessage::of)
        .toList();
  }

  /** The correlation of the event's record, as it is now. */
  public CorrelationAssert correlation() {
    return CorrelationAssert.only(world.memory.correlations);
  }

  /** The event's record is still correlated with none of the remote system. */
  public FlowResult hasNoCorrelation() {
    CorrelationAssert.requireNone(world.memory.correlations);
    return this;
  }

  /**
   * Does the user task at which the flow waits, so that the flow goes on.
   *
   * @param variables what the person has entered
   * @return this run, a step further
   * @throws AssertionError if the flow does not wait there, or fails then
   */
  public FlowResult complete(String userTask, Map<String, Object> variables) {
    return goOn(() -> run.complete(userTask, variables));
  }

  /**
   * Lets the time pass for which the flow waits at a timer event.
   *
   * @return this run, a step further
   * @throws AssertionError if the flow does not wait there, or fails then
   */
  public FlowResult fireTimer(String event) {
    return goOn(() -> run.fireTimer(event));
  }

  private FlowResult goOn(Runnable step) {
    try {
      step.run();
    } catch (FlowStopped stopped) {
      throw stopped.unexpected();
    }
    return new FlowResult(world, given, run);
  }

  /** For the assertions of {@code camunda-bpm-assert}. */
  public ProcessInstance processInstance() {
    return run.instance();
  }

  private FlowResult require(boolean so, String what) {
    if (!so) {
      throw new AssertionError("The flow should %s, but %s".formatted(what, trace()));
    }
    return this;
  }

  private Stream<String> known(String... activities) {
    return Stream.of(activities).map(run.model()::require);
  }

  private String titles(List<String> activities) {
    return String.join(", ", activities.stream().map(run.model()::title).toList());
  }

  private Trace trace() {
    return run.trace();
  }

  /** As it ends a sentence. */
  @Override
  public String toString() {
    return trace().toString();
  }
}
