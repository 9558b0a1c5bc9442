package dev.processsync.problem;

/** No record has this id, or the caller may not know of it. */
public final class NoSuchRecord extends TableProblem {

  private static final long serialVersionUID = 1;

  public NoSuchRecord(String table, String sysId) {
    super("No record of '%s' has the sys_id '%s'.".formatted(table, sysId));
  }
}
