package dev.processsync.table;

/** The table has no field of this name. */
public final class NoSuchField extends TableProblem {

  private static final long serialVersionUID = 1;

  public NoSuchField(Table table, String field) {
    super(
        "%s has no field '%s'. It has: %s."
            .formatted(table.title(), field, String.join(", ", table.fields().keySet())));
  }
}
