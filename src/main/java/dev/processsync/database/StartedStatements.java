package dev.processsync.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements of one piece of work, one of which may be running. */
final class StartedStatements {

  private static final Logger log = LoggerFactory.getLogger(StartedStatements.class);
  private static final int WORTH_TIDYING = 32;

  private final List<Statement> all = new ArrayList<>();

  synchronized void add(Statement statement) {
    if (all.size() >= WORTH_TIDYING) {
      all.removeIf(StartedStatements::isOver);
    }
    all.add(statement);
  }

  /** For another thread than the one that they run in; does nothing to those that don't run. */
  synchronized void cancel() {
    for (Statement statement : all) {
      try {
        if (!statement.isClosed()) {
          statement.cancel();
        }
      } catch (SQLException e) {
        log.debug("A statement was not cancelled: {}", e.getMessage());
      }
    }
  }

  private static boolean isOver(Statement statement) {
    try {
      return statement.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }
}
