package dev.processsync.database;

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
    private boolean foundNoneFree;

    Current(Work work) {
      this.work = work;
    }

    @Override
    public boolean foundNoConnectionFree() {
      return foundNoneFree;
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

  static void noteNoConnectionFree() {
    CURRENT.get().foundNoneFree = true;
  }

  /** A piece of work. */
  public interface Scope extends AutoCloseable {

    /** Whether it asked for a connection in vain, whatever became of the exception. */
    boolean foundNoConnectionFree();

    @Override
    void close();
  }
}
