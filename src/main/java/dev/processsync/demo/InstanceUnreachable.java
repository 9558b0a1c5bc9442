package dev.processsync.demo;

/** An instance gave no answer at all. */
final class InstanceUnreachable extends RuntimeException {

  InstanceUnreachable(String request, Throwable cause) {
    super(request + " got no answer (" + cause + "): is the instance running?", cause);
  }
}
