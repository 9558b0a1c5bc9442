package dev.processsync.testing;

/** A flow that failed, as the test wanted. All that it did is undone. */
public final class FlowFailure {

  private final FlowStopped stopped;

  FlowFailure(FlowStopped stopped) {
    this.stopped = stopped;
  }

  /**
   * @param activity the id of the activity that had to fail
   */
  public FlowFailure at(String activity) {
    if (!stopped.activity().equals(activity)) {
      throw new AssertionError(
          "The flow should have failed in %s, but it failed in %s: %s"
              .formatted(activity, stopped.title(), stopped.reason()));
    }
    return this;
  }

  /**
   * @param reason a part of the message that the queue record would show
   */
  public FlowFailure because(String reason) {
    if (!stopped.reason().contains(reason)) {
      throw new AssertionError(
          "The flow should have failed because of\n  %s\nbut it failed in %s because of\n  %s"
              .formatted(reason, stopped.title(), stopped.reason()));
    }
    return this;
  }

  /** The message that the queue record would show. */
  public String reason() {
    return stopped.reason();
  }
}
