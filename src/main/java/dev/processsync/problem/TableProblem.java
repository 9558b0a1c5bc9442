package dev.processsync.problem;

/**
 * Something that the caller did is not possible; the message tells what, where, and what would be
 * right. Nothing was changed.
 */
public abstract sealed class TableProblem extends RuntimeException
    permits NoSuchTable,
        NoSuchField,
        NoSuchRecord,
        InvalidRecord,
        InvalidQuery,
        AccessDenied,
        RecordConflict,
        StaleRecord {

  private static final long serialVersionUID = 1;

  TableProblem(String message) {
    super(message);
  }
}
