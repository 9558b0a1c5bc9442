package dev.processsync.problem;

import java.util.Collection;

/** The table has no field of this name. */
public final class NoSuchField extends TableProblem {

  private static final long serialVersionUID = 1;

  private final String field;

  /**
   * @param table what its records are called, in the plural
   * @param fields those that it has
   */
  public NoSuchField(String table, Collection<String> fields, String field) {
    super("%s has no field '%s'. It has: %s.".formatted(table, field, String.join(", ", fields)));
    this.field = field;
  }

  /** The name that the table does not have. */
  public String field() {
    return field;
  }
}
