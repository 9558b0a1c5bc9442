package dev.processsync.demo;

/** The pair can't be started as asked; the message says what would be right. */
final class UsageProblem extends RuntimeException {

  UsageProblem(String message) {
    super(message);
  }
}
