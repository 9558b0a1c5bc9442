package dev.processsync.bounds;

import dev.processsync.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** As in {@link HangUpsTest}, on PostgreSQL, where readers wait for who locks a table. */
@Import(OnPostgres.class)
@DirtiesContext
public class HangUpsOnPostgresTest extends HangUpsTest {

  @Autowired DataSource database;
  private @Nullable Connection locking;

  @Override
  void makeSlow() {
    try {
      locking = database.getConnection();
      locking.setAutoCommit(false);
      try (Statement statement = locking.createStatement()) {
        statement.execute("lock table process_sync.problem in access exclusive mode");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  void makeQuick() {
    if (locking == null) {
      return;
    }
    try {
      locking.rollback();
      locking.setAutoCommit(true);
      locking.close();
      locking = null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  int running() {
    return sql.fetchCount(
        sql.selectFrom(
            "pg_stat_activity where datname = current_database() and state = 'active' and"
                + " query like '%problem%description%' and pid <> pg_backend_pid()"));
  }
}
