package dev.processsync.capture;

import dev.processsync.change.FieldChanges;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.RecordChanged;
import dev.processsync.transaction.UnitOfWork;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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

  /**
   * A change as if the record had been here what it is there: that side then takes it. It is made
   * in knowledge of what that side has, of which this one keeps no note.
   *
   * @param there values by field
   */
  static RecordChanged asThere(RecordChanged change, Map<String, String> there) {
    Map<String, String> before =
        new LinkedHashMap<>(Objects.requireNonNull(change.before()).values());
    before.remove(FieldChanges.FIELD);
    before.putAll(there);
    return new RecordChanged(
        change.operation(),
        change.table(),
        new TableRecord(change.table(), before),
        change.record(),
        change.changed(),
        change.actor());
  }

  /** Whether the remote system is told of the change in another way. */
  static boolean tells(String remoteSystem, RecordChanged change) {
    return UnitOfWork.find(KEY)
        .filter(decision -> decision.remoteSystem().equals(remoteSystem))
        .filter(decision -> decision.record().equals(change.record().sysId()))
        .isPresent();
  }
}
