package dev.processsync.handshake;

/** Another instance could not say what its payloads look like, or sends none of that kind. */
public final class NoRemoteSample extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoRemoteSample(String message) {
    super(message);
  }
}
