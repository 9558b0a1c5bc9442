package dev.processsync.problem;

/** The caller changed a version of a record that is no longer the latest. */
public final class StaleRecord extends TableProblem {

  private static final long serialVersionUID = 1;

  /**
   * @param record what it is and is called
   * @param by the user who was faster
   * @param at when, as dates look on the wire
   * @param version that it has now
   * @param expected that the caller changed
   */
  public StaleRecord(String record, String by, String at, String version, long expected) {
    super(
        "%s was changed meanwhile, by '%s' at %s UTC: it is at version %s, your change was made on version %d. Read it again and repeat your change."
            .formatted(record, by, at, version, expected));
  }
}
