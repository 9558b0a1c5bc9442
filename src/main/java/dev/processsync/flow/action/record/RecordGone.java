package dev.processsync.flow.action.record;

import dev.processsync.flow.DataProblem;

/** A record that a step names, and that the event is not about, was deleted on this instance. */
final class RecordGone extends DataProblem {

  private static final long serialVersionUID = 1;

  RecordGone(String table, String record) {
    super(
        "Record %s of table %s was deleted on this instance, so it can't be updated. Set this entry to Skipped, or let the subflow look the record up first."
            .formatted(record, table));
  }
}
