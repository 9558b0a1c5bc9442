package dev.processsync.flow.action;

import dev.processsync.flow.DataProblem;

/** A subflow ended in a BPMN error that its model throws. */
final class SubflowFailed extends DataProblem {

  private static final long serialVersionUID = 1;

  SubflowFailed(String code, String message) {
    super(
        "The subflow ended with error %s%s"
            .formatted(
                code.isBlank() ? "without a code" : "'" + code + "'",
                message.isBlank() ? "." : ": " + message));
  }
}
