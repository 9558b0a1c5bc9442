package dev.processsync.demo;

/** An instance answered a request with an error, which the message repeats in its words. */
final class InstanceRefused extends RuntimeException {

  private final int status;

  InstanceRefused(String request, int status, String answer) {
    super(request + " was answered with " + status + ": " + answer);
    this.status = status;
  }

  int status() {
    return status;
  }
}
