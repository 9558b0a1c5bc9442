package dev.processsync.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells whoever starts the instance that its database can't be reached, is not there, or is
 * somebody else's, instead of a stack trace.
 */
final class DatabaseOutOfReachAnalyzer extends AbstractFailureAnalyzer<SQLException> {

  /** Connection, login, and name of the database. */
  private static final Set<String> CLASSES = Set.of("08", "28", "3D");

  /** Of H2: the file is another process's, can't be opened, is not there, or is not a database. */
  private static final Set<Integer> H2 = Set.of(90020, 90013, 90146, 90124, 90030, 90028, 90031);

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    String state = cause.getSQLState();
    boolean outOfReach =
        H2.contains(cause.getErrorCode())
            || (state != null && state.length() > 2 && CLASSES.contains(state.substring(0, 2)));
    if (!outOfReach) {
      return null;
    }
    return new FailureAnalysis(
        "The database can't be used: " + cause.getMessage(),
        "Check spring.datasource.url, spring.datasource.username and spring.datasource.password,"
            + " and that the database is there and runs. An H2 file belongs to one process at a"
            + " time.",
        cause);
  }
}
