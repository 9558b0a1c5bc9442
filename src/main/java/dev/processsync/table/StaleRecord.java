package dev.processsync.table;

/** The caller changed a version of a record that is no longer the latest. */
public final class StaleRecord extends TableProblem {

  private static final long serialVersionUID = 1;

  StaleRecord(Table table, TableRecord latest, long expected) {
    super(
        "%s '%s' was changed meanwhile, by '%s' at %s UTC: it is at version %s, your change was made on version %d. Read it again and repeat your change."
            .formatted(
                table.label(),
                latest.get(table.display()),
                latest.get("sys_updated_by"),
                latest.get("sys_updated_on"),
                latest.get("sys_mod_count"),
                expected));
  }
}
