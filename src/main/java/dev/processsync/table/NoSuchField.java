package dev.processsync.table;

/** The table has no field of this name. */
public final class NoSuchField extends TableProblem {

  private static final long serialVersionUID = 1;

  private final String field;

  public NoSuchField(Table table, String field) {
    super(
        "%s has no field '%s'. It has: %s."
            .formatted(table.title(), field, String.join(", ", table.fields().keySet())));
    this.field = field;
  }

  /** The name that the table does not have. */
  public String field() {
    return field;
  }
}
