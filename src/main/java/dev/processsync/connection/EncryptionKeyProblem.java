package dev.processsync.connection;

/** The instance can't keep its secrets with the encryption key that it was given, or not given. */
public final class EncryptionKeyProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  public EncryptionKeyProblem(String message) {
    super(message);
  }
}
