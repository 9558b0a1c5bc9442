package dev.processsync.testing;

import dev.processsync.flow.engine.Cause;

/** A step of a flow failed; what the step did is undone. */
final class FlowStopped extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String activity;
  private final String title;
  private final String reason;

  /**
   * @param activity the id of the one that failed
   * @param title its name and its id
   */
  FlowStopped(String activity, String title, RuntimeException cause) {
    super(cause);
    this.activity = activity;
    this.title = title;
    this.reason = Cause.message(cause);
  }

  String activity() {
    return activity;
  }

  String title() {
    return title;
  }

  /** What the queue record's error info would say. */
  String reason() {
    return reason;
  }

  /** For a test that wants the flow to go well. */
  AssertionError unexpected() {
    String message = "The flow failed in %s: %s".formatted(title, reason);
    // A data problem's message says it all; what nobody has foreseen needs its stack trace.
    Throwable cause = getCause();
    return cause == null || Cause.isFinal(cause)
        ? new AssertionError(message)
        : new AssertionError(message, Cause.of(cause));
  }
}
