package dev.processsync.outbound;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.record.RecordChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A remote system that was validated, disabled or deleted is in no trouble any more: there is no
 * reason to wait any longer, and its tries are counted afresh.
 */
@Component
class TroubleEnds {

  private final Trouble trouble;
  private final LaneSignals signals;

  TroubleEnds(Trouble trouble, LaneSignals signals) {
    this.trouble = trouble;
    this.signals = signals;
  }

  /** In the change's own transaction: every node sees both, or neither. */
  @EventListener
  void forget(RecordChanged change) {
    if (isEnd(change)) {
      trouble.over(change.record().sysId());
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void resume(RecordChanged change) {
    if (isEnd(change)) {
      signals.message(change.record().sysId());
    }
  }

  private static boolean isEnd(RecordChanged change) {
    if (!change.table().equals(OutboundState.TABLE)) {
      return false;
    }
    TableRecord after = change.after();
    // Validating one that still counts as active changes no more than its reason.
    return after == null
        || (!after.get("outbound_state").equals("error")
            && (change.changed().contains("outbound_state")
                || (change.changed().contains("state_reason") && !after.has("state_reason"))));
  }
}
