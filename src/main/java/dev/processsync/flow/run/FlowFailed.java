package dev.processsync.flow.run;

/** A subflow failed for a reason that may pass; the caller's transaction must be rolled back. */
public final class FlowFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  FlowFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
