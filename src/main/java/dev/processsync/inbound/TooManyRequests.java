package dev.processsync.inbound;

/** This node reads as many requests with messages as it may: the sender has to come back. */
final class TooManyRequests extends RuntimeException {

  private static final long serialVersionUID = 1;

  TooManyRequests(int limit) {
    super(
        "This instance takes %d requests with messages at a time: send again in a moment."
            .formatted(limit));
  }
}
