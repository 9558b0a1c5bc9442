package dev.processsync.flow.action;

import dev.processsync.flow.DataProblem;

/** A step needs a correlation and the look-up found none. */
final class NoCorrelation extends DataProblem {

  private static final long serialVersionUID = 1;

  /**
   * @param reason what the look-up said, empty if there was no look-up
   */
  NoCorrelation(String reason) {
    super(
        reason.isBlank()
            ? "There is no correlation to work on: look it up, or create it, in a step before this one."
            : reason + " Nothing can be sent, updated or ended for it.");
  }
}
