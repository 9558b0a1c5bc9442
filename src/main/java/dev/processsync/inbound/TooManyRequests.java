package dev.processsync.inbound;

import org.springframework.http.HttpStatus;

/** The sender has to come back: nothing of its request was taken in. */
final class TooManyRequests extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final int retryAfterSeconds;

  private TooManyRequests(HttpStatus status, int retryAfterSeconds, String message) {
    super(message);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** This node works on as many as it may, whoever sent them. */
  static TooManyRequests ofAll(int limit) {
    return new TooManyRequests(
        HttpStatus.SERVICE_UNAVAILABLE,
        1,
        "This instance takes %d requests with messages at a time: send again in a moment."
            .formatted(limit));
  }

  static TooManyRequests ofSender(String sender, int limit) {
    return new TooManyRequests(
        HttpStatus.TOO_MANY_REQUESTS,
        1,
        "This instance takes %d requests with messages of user '%s' at a time: send again in a moment."
            .formatted(limit, sender));
  }

  static TooManyRequests large() {
    return new TooManyRequests(
        HttpStatus.TOO_MANY_REQUESTS,
        1,
        "This instance reads as many large requests as it has memory for: send again in a moment, or fewer messages at a time.");
  }

  static TooManyRequests waiting(String sender, String what) {
    return new TooManyRequests(
        HttpStatus.TOO_MANY_REQUESTS,
        5,
        "Of user '%s' %s wait in the inbound queue, which is as many as may: send again when some were worked off."
            .formatted(sender, what));
  }

  HttpStatus status() {
    return status;
  }

  int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
