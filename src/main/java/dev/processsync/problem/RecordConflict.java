package dev.processsync.problem;

/**
 * The change contradicts what is stored: a value that must be unique, a record in use, a newer
 * version.
 */
public final class RecordConflict extends TableProblem {

  private static final long serialVersionUID = 1;

  private final String field;
  private final boolean mayPass;

  public RecordConflict(String message) {
    this("", message);
  }

  /**
   * @param field the field to blame, empty if it is none
   */
  public RecordConflict(String field, String message) {
    this(field, message, true);
  }

  private RecordConflict(String field, String message, boolean mayPass) {
    super(message);
    this.field = field;
    this.mayPass = mayPass;
  }

  /** What contradicts the change was there before it: the same change will always be refused. */
  public static RecordConflict lasting(String field, String message) {
    return new RecordConflict(field, message, false);
  }

  /** Whether it may have been a race that another change won: the next try finds what it wrote. */
  public boolean mayPass() {
    return mayPass;
  }

  public String field() {
    return field;
  }
}
