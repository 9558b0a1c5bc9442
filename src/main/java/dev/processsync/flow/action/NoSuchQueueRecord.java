package dev.processsync.flow.action;

import dev.processsync.flow.DataProblem;

/** A model names a queue record that neither queue has, or that was purged. */
final class NoSuchQueueRecord extends DataProblem {

  private static final long serialVersionUID = 1;

  NoSuchQueueRecord(String sysId) {
    super(
        "Neither queue has a record '%s': the input 'queue_record' must be the sys_id of one, as ${queue_entry}."
            .formatted(sysId));
  }
}
