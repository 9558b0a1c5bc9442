package dev.processsync.handshake;

/** A handshake that is not taken part in now; never leaves this module. */
final class TooManyHandshakes extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int retryAfterSeconds;

  TooManyHandshakes(String message, int retryAfterSeconds) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
