package dev.processsync.inbound;

/** A question about receipts that says not what it asks. */
final class UnreadableQuestion extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnreadableQuestion(String message) {
    super(message);
  }
}
