package dev.processsync.queue.entry;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Why something failed, in words that an entry can keep; never a statement of SQL. */
public final class Reason {

  private static final String OURS = "dev.processsync.";
  private static final String TOO_LONG = "22001";

  private Reason() {}

  /** A sentence for people. What we throw ourselves is one; what a database says is not. */
  public static String of(Throwable thrown) {
    SQLException database = find(thrown, SQLException.class);
    if (database != null && !thrown.getClass().getName().startsWith(OURS)) {
      return of(database);
    }
    String message = thrown.getMessage();
    return message == null || message.isBlank()
        ? "It failed without saying why."
        : storable(message);
  }

  private static String of(SQLException database) {
    String state = state(database);
    if (state.equals(TOO_LONG)) {
      return "A value is longer than what it is written to can hold.";
    } else if (state.startsWith("22")) {
      return "A value has characters, or is a number, that the database can't hold.";
    } else if (state.startsWith("23")) {
      return "What was to be written contradicts what the database has already.";
    }
    return "The database did not do what it was asked to (SQL state %s).".formatted(state);
  }

  /** Whether a value is to blame that will be the same at the next try. */
  public static boolean isOfData(Throwable thrown) {
    SQLException database = find(thrown, SQLException.class);
    return database != null && state(database).startsWith("22");
  }

  /** Whether the database is to blame, which may be well at the next try. */
  public static boolean mayPass(Throwable thrown) {
    if (find(thrown, TransientDataAccessException.class) != null
        || find(thrown, RecoverableDataAccessException.class) != null
        || find(thrown, TransactionException.class) != null) {
      return true;
    }
    SQLException database = find(thrown, SQLException.class);
    return database != null && !state(database).matches("2[23].*");
  }

  /** PostgreSQL keeps no NUL in a text, and what is quoted may have one. */
  static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  private static String state(SQLException database) {
    return database.getSQLState() == null ? "unknown" : database.getSQLState();
  }

  private static <T> @Nullable T find(@Nullable Throwable thrown, Class<T> kind) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return kind.cast(each);
      }
    }
    return null;
  }
}
