package dev.processsync.inbound;

/** A message that is not taken in; caught where its receipt is written. */
final class RefusedMessage extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Receipt.Refusal code;

  RefusedMessage(Receipt.Refusal code, String message) {
    super(message);
    this.code = code;
  }

  Receipt.Refusal code() {
    return code;
  }
}
