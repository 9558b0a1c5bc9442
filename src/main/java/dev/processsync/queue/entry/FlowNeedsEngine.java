package dev.processsync.queue.entry;

/**
 * A flow reached a wait state, so it can't end inside one transaction: the engine has to run it.
 */
public final class FlowNeedsEngine extends RuntimeException {

  private static final long serialVersionUID = 1;

  public FlowNeedsEngine(String entry, String subflow) {
    super(
        "Subflow %s of queue entry %s waits for something; the engine takes it over"
            .formatted(subflow, entry));
  }
}
