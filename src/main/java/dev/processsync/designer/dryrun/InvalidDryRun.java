package dev.processsync.designer.dryrun;

/** A dry run can't begin with what it was given; the message says what is missing. */
final class InvalidDryRun extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidDryRun(String message) {
    super(message);
  }
}
