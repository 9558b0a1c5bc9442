package dev.processsync.handshake;

import dev.processsync.definition.RemoteSystem;

/** One of the checks does not hold; ends the others. Never leaves this module. */
final class CheckFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Check check;
  private final String problem;
  private final String remedy;

  /**
   * @param problem a sentence that says what is wrong, and where
   * @param remedy a sentence that says what to do
   */
  CheckFailed(Check check, String problem, String remedy) {
    super(problem);
    this.check = check;
    this.problem = problem;
    this.remedy = remedy;
  }

  /** The other side does not learn who disabled it. */
  static CheckFailed disabled(RemoteSystem system) {
    return new CheckFailed(
        Check.ACTIVATION,
        "Remote System '%s' was disabled by an administrator of this instance, and only one of this instance ends that."
            .formatted(system.name()),
        "Let an administrator validate and activate it there.");
  }

  Check check() {
    return check;
  }

  String problem() {
    return problem;
  }

  String remedy() {
    return remedy;
  }
}
