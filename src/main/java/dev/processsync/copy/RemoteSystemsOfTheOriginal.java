package dev.processsync.copy;

import dev.processsync.database.CopyGuard;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.definition.SyncTables;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import dev.processsync.support.ShortText;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The partners that a database brought along: their records say why nothing goes to them. */
@Component
class RemoteSystemsOfTheOriginal {

  private static final String REASON = "state_reason";
  private static final String HELD = "Held: ";
  private static final int LONGEST_REASON = 1_000;

  private final Records records;
  private final SyncDefinitions definitions;
  private final CopyGuard guard;

  RemoteSystemsOfTheOriginal(Records records, SyncDefinitions definitions, CopyGuard guard) {
    this.records = records;
    this.definitions = definitions;
    this.guard = guard;
  }

  @EventListener(ApplicationReadyEvent.class)
  void explain() {
    guard.objection().ifPresent(words -> inService().forEach(system -> explain(system, words)));
  }

  private void explain(RemoteSystem system, String words) {
    update(system, Map.of(REASON, ShortText.of(HELD + words, LONGEST_REASON)));
  }

  void release() {
    inService()
        .filter(system -> reason(system).startsWith(HELD))
        .forEach(system -> update(system, Map.of(REASON, "")));
  }

  /** Takes them out of service for good: whoever wants one of them links it anew. */
  void forget(String userName) {
    definitions.remoteSystems().stream()
        .sorted((one, other) -> one.sysId().compareTo(other.sysId()))
        .forEach(
            system ->
                update(
                    system,
                    Map.of(
                        "external_id",
                        "",
                        "instance_id",
                        "",
                        "outbound_state",
                        "disabled",
                        "inbound_state",
                        "disabled",
                        "disabled_by",
                        userName,
                        REASON,
                        "This instance is a copy, as %s has said: link it with a partner of its own, then validate and activate."
                            .formatted(userName))));
  }

  /** Of the others something else is said already. */
  private Stream<RemoteSystem> inService() {
    return definitions.remoteSystems().stream()
        .filter(
            system ->
                system.outboundState() != RemoteSystem.State.DISABLED
                    || system.inboundState() != RemoteSystem.State.DISABLED);
  }

  private String reason(RemoteSystem system) {
    return records.get(Actor.system(), SyncTables.REMOTE_SYSTEM, system.sysId()).get(REASON);
  }

  private void update(RemoteSystem system, Map<String, String> values) {
    records.update(Actor.system(), SyncTables.REMOTE_SYSTEM, system.sysId(), values);
  }
}
