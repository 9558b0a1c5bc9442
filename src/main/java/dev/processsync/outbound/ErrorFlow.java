package dev.processsync.outbound;

/** Runs error subflows; implemented where the engine is. */
public interface ErrorFlow {

  /**
   * Starts the orchestration {@code remote-system-error} of the run, asynchronously and as a part
   * of the caller's transaction: it runs once that is committed, whatever happens to this node, and
   * never if it is rolled back.
   */
  void start(ErrorRun run);
}
