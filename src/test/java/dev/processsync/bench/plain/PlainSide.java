package dev.processsync.bench.plain;

import dev.processsync.bench.IncidentValues;
import dev.processsync.bench.IncidentWrites;
import dev.processsync.bench.Side;
import javax.sql.DataSource;

/**
 * A side that keeps its incidents in {@link Tables}.
 *
 * @param running what stops with it
 */
public record PlainSide(
    int port,
    IncidentWrites writes,
    DataSource dataSource,
    String recordsSql,
    String unfinishedSql,
    AutoCloseable running)
    implements Side {

  private static final String OUTBOX = "select count(*) from outbox";

  /** A, which is finished when its outbox is empty. */
  public static PlainSide sender(IncidentWrites writes, DataSource source, AutoCloseable running) {
    return new PlainSide(0, writes, source, Tables.RECORDS_OF_A, OUTBOX, running);
  }

  /** B, which has finished a message when it has answered. */
  public static PlainSide receiver(int port, DataSource source, AutoCloseable running) {
    return new PlainSide(port, new NoWrites(), source, Tables.RECORDS_OF_B, OUTBOX, running);
  }

  public PlainSide finishedWhenNoneOf(String query) {
    return new PlainSide(port, writes, dataSource, recordsSql, query, running);
  }

  @Override
  public void close() throws Exception {
    running.close();
    if (dataSource instanceof AutoCloseable pool) {
      pool.close();
    }
  }

  /** Nobody changes anything on B. */
  private static final class NoWrites implements IncidentWrites {

    @Override
    public String create(IncidentValues values) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void update(String sysId, IncidentValues values) {
      throw new UnsupportedOperationException();
    }
  }
}
