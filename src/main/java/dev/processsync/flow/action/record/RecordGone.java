package dev.processsync.flow.action.record;

import dev.processsync.flow.DataProblem;

/** The record that an event is for was deleted on this instance. */
final class RecordGone extends DataProblem {

  private static final long serialVersionUID = 1;

  RecordGone(String table, String record) {
    super(
        "Record %s of table %s was deleted on this instance, so its update can't be applied. Set this entry to Skipped; to end the link, set its correlation to inactive."
            .formatted(record, table));
  }
}
