package dev.processsync.inbound;

/** A request to the message endpoint that can't be read as a whole: nothing of it was taken in. */
final class UnreadableMessages extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean tooLarge;

  UnreadableMessages(boolean tooLarge, String message) {
    super(message);
    this.tooLarge = tooLarge;
  }

  boolean tooLarge() {
    return tooLarge;
  }
}
