package dev.processsync.bench;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * What a side is told when it starts.
 *
 * @param sender whether it is A, where changes are made, or B, where they are applied
 * @param database where its records are
 * @param peer B's base URL, for A; empty for B
 * @param applied what B tells of every change that it has committed
 */
public record SideStart(boolean sender, Database database, String peer, Applied applied) {

  /** As many connections for everybody: the loader's threads need theirs beside the workers. */
  public static final int CONNECTIONS = 24;

  /** A pool of connections for a side that has none of its own. */
  public DataSource pool() {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    return pool;
  }
}
