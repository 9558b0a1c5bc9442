package dev.processsync.problem;

/** No dictionary file defines a table of this name. */
public final class NoSuchTable extends TableProblem {

  private static final long serialVersionUID = 1;

  public NoSuchTable(String table) {
    super("Invalid table '" + table + "': no dictionary file defines it.");
  }
}
