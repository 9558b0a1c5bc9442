package dev.processsync.problem;

/** An encoded query that can't be read, or that names what the table does not have. */
public final class InvalidQuery extends TableProblem {

  private static final long serialVersionUID = 1;

  public InvalidQuery(String query, String reason) {
    super("Invalid query '%s': %s".formatted(query, reason));
  }
}
