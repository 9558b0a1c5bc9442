package dev.processsync.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database as everybody sees it: connections for the instance's own work from one pool, for
 * requests from a pool for each kind of them, where statements have a time limit and nobody waits
 * for long.
 */
final class SharedConnections extends DelegatingDataSource {

  private final Map<Work, HikariDataSource> ofRequests = new EnumMap<>(Work.class);

  SharedConnections(HikariDataSource own, Shares shares) {
    super(own);
    ofRequests.put(Work.READING, limited(own, shares, Work.READING));
    ofRequests.put(Work.WRITING, limited(own, shares, Work.WRITING));
  }

  private static HikariDataSource limited(HikariDataSource own, Shares shares, Work work) {
    HikariConfig config = new HikariConfig();
    own.copyStateTo(config);
    config.setPoolName("requests-" + work.name().toLowerCase(Locale.ROOT));
    config.setMaximumPoolSize(shares.connections(work));
    config.setMinimumIdle(1);
    config.setConnectionTimeout(shares.maxWait().toMillis());
    config.setValidationTimeout(
        Math.min(config.getValidationTimeout(), shares.maxWait().toMillis()));
    String limit =
        "set %s %d"
            .formatted(
                isH2(own) ? "query_timeout" : "statement_timeout =", shares.timeLimit().toMillis());
    String always = own.getConnectionInitSql();
    config.setConnectionInitSql(always == null ? limit : always + "; " + limit);
    HikariDataSource pool = new HikariDataSource();
    config.copyStateTo(pool); // without connecting: whoever asks first does
    return pool;
  }

  private static boolean isH2(HikariDataSource own) {
    String url = own.getJdbcUrl();
    return url != null && url.startsWith("jdbc:h2:");
  }

  @Override
  public Connection getConnection() throws SQLException {
    Work work = Work.current();
    HikariDataSource limited = ofRequests.get(work);
    if (limited == null) {
      return super.getConnection();
    }
    try {
      Connection connection = limited.getConnection();
      // What changes something is finished, also if nobody waits for the answer any more.
      return work == Work.READING ? Work.stoppable(connection) : connection;
    } catch (SQLTransientConnectionException e) {
      if (e.getCause() == null) {
        Work.noteNoConnectionFree();
        throw new NoConnectionFree(work, e);
      }
      throw e;
    }
  }

  void close() {
    ofRequests.values().forEach(HikariDataSource::close);
  }
}
