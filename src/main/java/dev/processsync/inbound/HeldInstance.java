package dev.processsync.inbound;

import dev.processsync.database.CopyGuard;

/**
 * Nothing is taken in until a person has said what this database is. Where it is, strangers are not
 * told.
 */
final class HeldInstance extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Seconds; a person has to come. */
  static final int RETRY_AFTER = 60;

  private HeldInstance() {
    super(
        "This instance takes nothing in and sends nothing: its database looks like a copy, or was moved. Its administrator has to say on the page Copy Guard which of them it is.");
  }

  /** Ends the request if nothing may be taken in. */
  static void refuse(CopyGuard guard) {
    if (guard.objection().isPresent()) {
      throw new HeldInstance();
    }
  }
}
