package dev.processsync.support;

import java.sql.SQLException;
import org.springframework.dao.QueryTimeoutException;

/** What databases say when they have stopped a statement, because its time was over for example. */
public final class CancelledStatement {

  private static final String STATE = "57014";

  private CancelledStatement() {}

  /** Whether this very exception says so; what caused it is not looked at. */
  public static boolean isTold(Throwable failure) {
    return failure instanceof QueryTimeoutException
        || (failure instanceof SQLException sql && STATE.equals(sql.getSQLState()));
  }
}
