package dev.processsync.bench;

import javax.sql.DataSource;

/** One side of a contender, inside its process. */
public interface Side extends AutoCloseable {

  /** Where it can be reached; 0 if nobody has to. */
  int port();

  /** How changes are made there; only asked of A. */
  IncidentWrites writes();

  DataSource dataSource();

  /** A query for every incident: short description, severity as it arrives on B, state. */
  String recordsSql();

  /** A query for the number of events that are not finished here, however that is known. */
  String unfinishedSql();
}
