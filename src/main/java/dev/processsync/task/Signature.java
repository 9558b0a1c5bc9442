package dev.processsync.task;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.record.RecordChange;
import java.time.Clock;
import java.time.LocalDateTime;

/** When and by whom something was opened, resolved or closed. */
record Signature(String at, String by) {

  /**
   * Now, and whoever makes the change. What the caller says counts more: an inbound flow gives the
   * user of the other side, or nobody if that user is unknown here.
   */
  void set(RecordChange change, Clock clock) {
    if (!change.isChanged(at)) {
      change.set(at, LocalDateTime.now(clock).format(FieldValue.DATE_TIME));
    }
    if (!change.isGiven(by)) {
      change.set(by, change.actor().sysId());
    }
  }

  /** Nobody any more, unless the caller says otherwise. */
  void clear(RecordChange change) {
    for (String field : new String[] {at, by}) {
      if (!change.isChanged(field)) {
        change.set(field, "");
      }
    }
  }
}
