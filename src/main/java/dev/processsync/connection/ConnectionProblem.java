package dev.processsync.connection;

/** A connection can't be used as it is configured here; the message says what would be right. */
public final class ConnectionProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ConnectionProblem(String message) {
    super(message);
  }
}
