package dev.processsync.capture;

import dev.processsync.record.RecordChanged;
import dev.processsync.transaction.UnitOfWork;

/**
 * A conflict with a remote system is being decided for a record: it is told what was decided, and
 * not of the change that this makes here, of which it doesn't know what was before.
 */
record Decision(String remoteSystem, String record) implements UnitOfWork.Part {

  private static final UnitOfWork.Key<Decision> KEY = new UnitOfWork.Key<>();

  /** Has this decision made while something is done. */
  void during(Runnable work) {
    UnitOfWork.required().with(KEY, this, work);
  }

  /** Whether the remote system is told of the change in another way. */
  static boolean tells(String remoteSystem, RecordChanged change) {
    return UnitOfWork.find(KEY)
        .filter(decision -> decision.remoteSystem().equals(remoteSystem))
        .filter(decision -> decision.record().equals(change.record().sysId()))
        .isPresent();
  }
}
