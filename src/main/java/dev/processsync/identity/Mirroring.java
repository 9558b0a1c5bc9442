package dev.processsync.identity;

/**
 * Records and the engine's identities mirror each other; while one side writes the other, the
 * other's change must not come back.
 */
final class Mirroring {

  private static final ThreadLocal<Boolean> ACTIVE = ThreadLocal.withInitial(() -> false);

  private Mirroring() {}

  static boolean isActive() {
    return ACTIVE.get();
  }

  /** Runs the change of the other side, unless this very change came from there. */
  static void run(Runnable change) {
    if (isActive()) {
      return;
    }
    ACTIVE.set(true);
    try {
      change.run();
    } finally {
      ACTIVE.remove();
    }
  }
}
