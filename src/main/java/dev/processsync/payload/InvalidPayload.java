package dev.processsync.payload;

/** A payload that is not in the form of the contract. */
public final class InvalidPayload extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidPayload(String message) {
    super(message);
  }
}
