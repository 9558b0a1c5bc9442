package dev.processsync.demo;

/** A step of the tutorial could not be done; carries which one and why. */
final class StepFailed extends RuntimeException {

  StepFailed(Step step, RuntimeException cause) {
    super(
        "Step %d on %s (%s) failed: %s"
            .formatted(step.number(), step.instance().label(), step.title(), cause.getMessage()),
        cause);
  }
}
