package dev.processsync.handshake;

import dev.processsync.definition.Mapping;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncTables;
import dev.processsync.problem.NoSuchRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import dev.processsync.support.ShortText;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the states of a remote system, each method in one transaction, none during a call. */
@Component
@Transactional
class Activation {

  private static final String ACTIVE = "active";
  private static final String DISABLED = "disabled";

  private final Records records;
  private final RemoteCaptures captures;

  Activation(Records records, RemoteCaptures captures) {
    this.records = records;
    this.captures = captures;
  }

  /** Messages of the other side are taken from now on. */
  void listen(RemoteSystem checked, String externalId) {
    set(checked, Map.of("external_id", externalId, "inbound_state", ACTIVE, "state_reason", ""));
  }

  /**
   * Messages leave for the other side from now on, too.
   *
   * @param theirs what the other side sends, kept for whoever maps it
   */
  void speak(RemoteSystem checked, String externalId, Offer theirs) {
    Map<String, String> values = new HashMap<>();
    values.put("external_id", externalId);
    values.put("inbound_state", ACTIVE);
    values.put("outbound_state", ACTIVE);
    values.put("state_reason", "");
    values.put("remote_events", String.join("\n", theirs.events()));
    values.put("instance_id", theirs.instanceId());
    set(checked, values);
    captures.replace(checked, theirs);
  }

  /** A person takes it out of service: only a person of this instance ends that. */
  void disableBy(RemoteSystem system, String userName) {
    records.update(
        Actor.system(),
        SyncTables.REMOTE_SYSTEM,
        system.sysId(),
        Map.of(
            "outbound_state",
            DISABLED,
            "inbound_state",
            DISABLED,
            "state_reason",
            brief("Disabled by %s.".formatted(userName)),
            "disabled_by",
            userName));
  }

  void endDisable(RemoteSystem system) {
    if (system.isDisabledByPerson()) {
      records.update(
          Actor.system(),
          SyncTables.REMOTE_SYSTEM,
          system.sysId(),
          Map.of("disabled_by", "", "state_reason", ""));
    }
  }

  void disable(RemoteSystem system, String reason) {
    records.update(
        Actor.system(),
        SyncTables.REMOTE_SYSTEM,
        system.sysId(),
        Map.of(
            "outbound_state", DISABLED, "inbound_state", DISABLED, "state_reason", brief(reason)));
  }

  /** Leaves the states as they are: what worked may go on. */
  void explain(RemoteSystem system, String reason) {
    records.update(
        Actor.system(),
        SyncTables.REMOTE_SYSTEM,
        system.sysId(),
        Map.of("state_reason", brief(reason)));
  }

  private void set(RemoteSystem checked, Map<String, String> values) {
    RemoteSystem now =
        records
            .lock(Actor.system(), SyncTables.REMOTE_SYSTEM, checked.sysId())
            .map(Mapping::remoteSystem)
            .orElseThrow(() -> new NoSuchRecord(SyncTables.REMOTE_SYSTEM, checked.sysId()));
    if (now.isDisabledByPerson()) {
      throw CheckFailed.disabled(now);
    }
    boolean sameId =
        now.externalId().isEmpty() || now.externalId().equals(values.get("external_id"));
    if (!sameId
        || !now.connectionAlias().equals(checked.connectionAlias())
        || !now.inboundApiUser().equals(checked.inboundApiUser())) {
      throw new CheckFailed(
          Check.ACTIVATION,
          "Remote System '%s' was changed while it was validated.".formatted(now.name()),
          "Validate and activate again.");
    }
    records.update(Actor.system(), SyncTables.REMOTE_SYSTEM, checked.sysId(), values);
  }

  private static String brief(String reason) {
    return ShortText.of(reason, 1000);
  }
}
