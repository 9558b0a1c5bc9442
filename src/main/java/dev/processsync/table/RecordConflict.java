package dev.processsync.table;

/**
 * The change contradicts what is stored: a value that must be unique, a record in use, a newer
 * version.
 */
public final class RecordConflict extends TableProblem {

  private static final long serialVersionUID = 1;

  private final String field;

  public RecordConflict(String message) {
    this("", message);
  }

  /**
   * @param field the field to blame, empty if it is none
   */
  public RecordConflict(String field, String message) {
    super(message);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
