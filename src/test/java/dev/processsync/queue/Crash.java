package dev.processsync.queue;

/** A node is gone; an error, because the code under test may survive exceptions. */
final class Crash extends Error {

  private static final long serialVersionUID = 1;

  /** When in a turn its node dies, or a flow fails that is not to blame. */
  enum Moment {
    NEVER,
    BEFORE_FLOWS,
    AFTER_FLOWS,
    AFTER_OUTCOMES_WERE_WRITTEN,
    AFTER_COMMIT,
    BEFORE_SETTLING,
    AFTER_SETTLING,
    /** Nobody dies: the database refuses once, as it does when two transactions collide. */
    HICCUP
  }

  Crash(Moment moment) {
    super("The node died " + moment);
  }
}
