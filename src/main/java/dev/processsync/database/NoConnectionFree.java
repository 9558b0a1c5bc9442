package dev.processsync.database;

import java.sql.SQLTransientConnectionException;

/** Other requests hold all connections that there are for this kind of work. */
public final class NoConnectionFree extends SQLTransientConnectionException {

  private static final long serialVersionUID = 1L;

  NoConnectionFree(Work work, SQLTransientConnectionException waitedInVain) {
    super("All connections for " + work + " are in use", waitedInVain);
  }
}
