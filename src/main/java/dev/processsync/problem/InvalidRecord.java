package dev.processsync.problem;

/** A value or a combination of values that the table's rules refuse. */
public final class InvalidRecord extends TableProblem {

  private static final long serialVersionUID = 1;

  private final String table;
  private final String field;

  /**
   * @param field the field to blame, empty if it is the record as a whole
   * @param message a sentence that says what is wrong and what would be right
   */
  public InvalidRecord(String table, String field, String message) {
    super(message);
    this.table = table;
    this.field = field;
  }

  public String table() {
    return table;
  }

  public String field() {
    return field;
  }
}
