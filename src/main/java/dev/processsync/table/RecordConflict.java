package dev.processsync.table;

/**
 * The change contradicts what is stored: a value that must be unique, a record in use, a newer
 * version.
 */
public final class RecordConflict extends TableProblem {

  private static final long serialVersionUID = 1;

  public RecordConflict(String message) {
    super(message);
  }
}
