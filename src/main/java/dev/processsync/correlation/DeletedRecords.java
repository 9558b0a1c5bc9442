package dev.processsync.correlation;

import dev.processsync.record.Operation;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.RemoteEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes on a deleted record's correlations when and by whom, in the transaction that deletes it.
 */
@Component
class DeletedRecords {

  /** What belongs to the integration itself is correlated with nothing. */
  private static final String OWN_TABLES = "ih_sync_";

  private final Correlations correlations;

  DeletedRecords(Correlations correlations) {
    this.correlations = correlations;
  }

  @EventListener
  void on(RecordChanged change) {
    if (change.operation() == Operation.DELETE && !change.table().startsWith(OWN_TABLES)) {
      correlations.recordDeleted(
          change.table(),
          change.record().sysId(),
          change.actor().userName(),
          change.event().map(RemoteEvent::remoteSystem).orElse(""));
    }
  }
}
