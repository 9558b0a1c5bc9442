package dev.processsync.handshake;

import dev.processsync.connection.Endpoint;
import dev.processsync.definition.Mapping;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncTables;
import dev.processsync.handshake.HandshakeMessage.Phase;
import dev.processsync.payload.CapturedPayload;
import dev.processsync.payload.CapturedPayload.ChangedField;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the payloads of another instance look like, asked of it now. */
@Service
public class RemoteSamples {

  private final Records records;
  private final OurSide ourSide;
  private final OtherSide otherSide;
  private final KnownHandshakes handshakes;

  RemoteSamples(Records records, OurSide ourSide, OtherSide otherSide, KnownHandshakes handshakes) {
    this.records = records;
    this.ourSide = ourSide;
    this.otherSide = otherSide;
    this.handshakes = handshakes;
  }

  /**
   * A payload of an event with all the fields that the remote system captures for it, and no data
   * but the table's name. Nothing changes on either side. Must not be called inside a transaction.
   *
   * @param remoteSystem sys_id of the record here, which the actor must be allowed to read
   * @param event the event's name
   * @throws NoRemoteSample saying why there is none
   */
  public CapturedPayload of(Actor actor, String remoteSystem, String event) {
    RemoteSystem system =
        Mapping.remoteSystem(records.get(actor, SyncTables.REMOTE_SYSTEM, remoteSystem));
    Offer offer = offer(system);
    Map<String, ChangedField> fields = new LinkedHashMap<>();
    offer.captures().stream()
        .filter(captured -> captured.event().equals(event))
        .forEach(
            captured -> {
              put(fields, "sys_class_name", captured.table());
              put(fields, "sys_id", "");
              captured.fields().forEach(field -> put(fields, field, ""));
            });
    if (fields.isEmpty()) {
      List<String> captured = offer.captures().stream().map(Offer.Captured::event).toList();
      throw new NoRemoteSample(
          "%s captures nothing for the event '%s'. It captures for: %s. Names are case-sensitive."
              .formatted(
                  system.name(), event, captured.isEmpty() ? "none" : String.join(", ", captured)));
    }
    return new CapturedPayload("", "", List.copyOf(fields.values()), List.of());
  }

  private Offer offer(RemoteSystem system) {
    try {
      Endpoint endpoint = ourSide.check(system);
      return otherSide
          .call(endpoint, system, Phase.CHECK, handshakes.begin(system.sysId()))
          .offer();
    } catch (CheckFailed failed) {
      throw new NoRemoteSample(failed.problem() + " " + failed.remedy());
    }
  }

  private static void put(Map<String, ChangedField> fields, String key, String value) {
    if (!key.isBlank()) {
      fields.putIfAbsent(key, new ChangedField(key, value, ""));
    }
  }
}
