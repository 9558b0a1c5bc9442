package dev.processsync.bench.ours;

import dev.processsync.bench.Applied;
import dev.processsync.record.RecordChanged;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears of every incident that B has committed. No bean but where the benchmark registers it. */
record AppliedIncidents(Applied applied) {

  @TransactionalEventListener
  void changed(RecordChanged change) {
    if (change.table().equals("incident")) {
      applied.add(change.record().get("short_description"));
    }
  }
}
