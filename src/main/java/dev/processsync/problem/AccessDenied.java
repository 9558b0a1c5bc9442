package dev.processsync.problem;

/** The caller has none of the roles that the table asks for. */
public final class AccessDenied extends TableProblem {

  private static final long serialVersionUID = 1;

  public AccessDenied(String message) {
    super(message);
  }
}
