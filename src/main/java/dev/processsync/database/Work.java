package dev.processsync.database;

import java.sql.Connection;

/** What a thread needs connections for. */
public enum Work {
  /** Messages, lanes, flows, timers and housekeeping: what nobody's requests may hold up. */
  OWN,
  /** Requests that only look: lists, counts, files, pages. */
  READING,
  /** Requests that change something, logins among them. */
  WRITING;

  private static final ThreadLocal<Current> CURRENT =
      ThreadLocal.withInitial(() -> new Current(OWN));

  /** What a thread does now. */
  private static final class Current implements Scope {
    private final Work work;
    private final StartedStatements statements = new StartedStatements();
    private boolean foundNoneFree;

    Current(Work work) {
      this.work = work;
    }

    @Override
    public boolean foundNoConnectionFree() {
      return foundNoneFree;
    }

    @Override
    public void stop() {
      statements.cancel();
    }

    @Override
    public void close() {
      CURRENT.remove();
    }
  }

  /** The thread does this kind of work until the scope is closed. */
  public static Scope begin(Work work) {
    Current begun = new Current(work);
    CURRENT.set(begun);
    return begun;
  }

  static Work current() {
    return CURRENT.get().work;
  }

  /** So that whoever does this work can be stopped in the middle of a statement. */
  static Connection stoppable(Connection connection) {
    return StoppableConnection.of(connection, CURRENT.get().statements::add);
  }

  static void noteNoConnectionFree() {
    CURRENT.get().foundNoneFree = true;
  }

  /** A piece of work. */
  public interface Scope extends AutoCloseable {

    /** Whether it asked for a connection in vain, whatever became of the exception. */
    boolean foundNoConnectionFree();

    /**
     * Cancels the database statement that runs now, if one does and this work is only to look; for
     * another thread. The work then fails as if the statement had taken too long.
     */
    void stop();

    @Override
    void close();
  }
}
