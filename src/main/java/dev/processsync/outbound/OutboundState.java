package dev.processsync.outbound;

import dev.processsync.queue.LaneSignals;
import dev.processsync.sync.RemoteSystem;
import dev.processsync.sync.SyncDefinitions;
import dev.processsync.table.Actor;
import dev.processsync.table.RecordChanged;
import dev.processsync.table.Records;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps a remote system's outbound state true: Error after too many failures in a row, Active again
 * when it answers. Entries stay Ready all the while (reference, "Queues, errors, housekeeping").
 */
@Component
class OutboundState {

  private static final Logger log = LoggerFactory.getLogger(OutboundState.class);
  private static final String TABLE = "ih_sync_remote_system";

  private final SyncDefinitions definitions;
  private final Records records;
  private final Trouble trouble;
  private final LaneSignals signals;

  OutboundState(
      SyncDefinitions definitions, Records records, Trouble trouble, LaneSignals signals) {
    this.definitions = definitions;
    this.records = records;
    this.trouble = trouble;
    this.signals = signals;
  }

  void trouble(String remoteSystem, String reason, Duration retryAfter) {
    boolean tooOften = trouble.failed(remoteSystem, retryAfter);
    log.warn("Remote system {} can't be sent to: {}", remoteSystem, reason);
    String shown = reason.length() > 1_000 ? reason.substring(0, 1_000) : reason;
    if (tooOften && is(remoteSystem, RemoteSystem.State.ACTIVE)) {
      log.error("Remote system {}: outbound state set to Error", remoteSystem);
      update(remoteSystem, Map.of("outbound_state", "error", "state_reason", shown));
    } else {
      update(remoteSystem, Map.of("state_reason", shown));
    }
  }

  void works(String remoteSystem) {
    if (!trouble.over(remoteSystem) && !is(remoteSystem, RemoteSystem.State.ERROR)) {
      return;
    }
    log.info("Remote system {} answers again", remoteSystem);
    if (is(remoteSystem, RemoteSystem.State.ERROR)) {
      update(remoteSystem, Map.of("outbound_state", "active", "state_reason", ""));
    } else {
      update(remoteSystem, Map.of("state_reason", ""));
    }
  }

  /** Validated just now: no reason to wait any longer. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(RecordChanged change) {
    if (change.table().equals(TABLE)
        && change.changed().contains("outbound_state")
        && change.record().get("outbound_state").equals("active")) {
      trouble.over(change.record().sysId());
      signals.message(change.record().sysId());
    }
  }

  private boolean is(String remoteSystem, RemoteSystem.State state) {
    return definitions
        .remoteSystem(remoteSystem)
        .filter(system -> system.outboundState() == state)
        .isPresent();
  }

  private void update(String remoteSystem, Map<String, String> values) {
    records.update(Actor.system(), TABLE, remoteSystem, values);
  }
}
