package dev.processsync.demo;

/** A step needs a record that an earlier step should have made. */
final class StepMissed extends RuntimeException {

  StepMissed(String instance, String table, String field, String value) {
    super(
        "%s has no %s with %s '%s', which an earlier step makes: perform the steps in order."
            .formatted(instance, table, field, value));
  }
}
