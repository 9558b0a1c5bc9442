package dev.processsync.identity;

/** The first administrator can't have the password that was given: the instance does not start. */
final class FirstAdminProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  FirstAdminProblem(Throwable refusal) {
    super(
        "The first administrator can't have the given password: " + refusal.getMessage(), refusal);
  }
}
