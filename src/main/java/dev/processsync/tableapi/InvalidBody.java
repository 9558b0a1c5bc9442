package dev.processsync.tableapi;

/** The body of a request can't be read as a record. */
final class InvalidBody extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean tooLarge;

  InvalidBody(String reason) {
    this("The body can't be read: " + reason + ".", false);
  }

  private InvalidBody(String message, boolean tooLarge) {
    super(message);
    this.tooLarge = tooLarge;
  }

  static InvalidBody tooLarge(int mostBytes) {
    return new InvalidBody(
        "The body is too large: at most %d bytes are taken.".formatted(mostBytes), true);
  }

  boolean isTooLarge() {
    return tooLarge;
  }
}
