package dev.processsync.handshake;

import dev.processsync.connection.Endpoint;
import dev.processsync.database.CopyGuard;
import dev.processsync.definition.Mapping;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncTables;
import dev.processsync.handshake.HandshakeMessage.Phase;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Validate and Activate Remote System as the side sees it that is asked. */
@Service
final class Handshake {

  private static final Logger LOG = LoggerFactory.getLogger(Handshake.class);

  private final Records records;
  private final OurSide ourSide;
  private final OtherSide otherSide;
  private final Offers offers;
  private final Activation activation;
  private final KnownHandshakes handshakes;
  private final HandshakeLimit limit;
  private final Overlaps overlaps;
  private final CopyGuard guard;

  Handshake(
      Records records,
      OurSide ourSide,
      OtherSide otherSide,
      Offers offers,
      Activation activation,
      KnownHandshakes handshakes,
      HandshakeLimit limit,
      Overlaps overlaps,
      CopyGuard guard) {
    this.records = records;
    this.ourSide = ourSide;
    this.otherSide = otherSide;
    this.offers = offers;
    this.activation = activation;
    this.handshakes = handshakes;
    this.limit = limit;
    this.overlaps = overlaps;
    this.guard = guard;
  }

  /**
   * @param caller who logged in
   * @param id our record's sys_id, or, of a caller that does not know it yet, the caller's own
   * @param from sys_id of the caller's record
   * @param token of whoever began it, empty if the caller gave none
   * @throws CheckFailed to be told to the caller
   * @throws TooManyHandshakes if it is one too many
   */
  HandshakeAnswer answer(
      Actor caller, String id, String from, String token, Phase phase, Offer offer) {
    requireNotHeld();
    RemoteSystem system = addressed(caller, id, from);
    requireInboundApiUser(caller, system);
    if (system.isDisabledByPerson() && phase != Phase.WITHDRAW) {
      LOG.warn(
          "Remote system {} stays disabled, whatever {} asks: {}", system.sysId(), from, phase);
      throw CheckFailed.disabled(system);
    }
    try {
      requireLink(system, from);
      List<String> warnings = perform(caller, system.withExternalId(from), token, phase, offer);
      LOG.info("Remote system {} took part in a handshake of {}: {}", system.sysId(), from, phase);
      return new HandshakeAnswer(
          system.sysId(), offers.to(system), warnings, phase == Phase.CALL_BACK);
    } catch (CheckFailed failed) {
      LOG.warn(
          "Remote system {} refuses a handshake of {} in phase {}, check {} failed: {}",
          system.sysId(),
          from,
          phase,
          failed.check().value(),
          failed.problem());
      activation.explain(system, failed.problem() + " " + failed.remedy());
      throw failed;
    }
  }

  private void requireNotHeld() {
    if (guard.objection().isPresent()) {
      throw new CheckFailed(
          Check.ACTIVATION,
          "This instance is held: its database looks like a copy, or was moved.",
          "Let its administrator say on the page Copy Guard which of them it is.");
    }
  }

  private List<String> perform(
      Actor caller, RemoteSystem system, String token, Phase phase, Offer offer) {
    switch (phase) {
      case CHECK -> {
        Endpoint endpoint = ourSide.check(system);
        limit.during(system.sysId(), caller.sysId(), () -> prove(endpoint, system, token));
        overlaps.requireNoSecondLink(system, offer);
        List<String> warnings = new ArrayList<>(offers.unknownFields(offer));
        warnings.addAll(overlaps.warnings(system, offers.to(system), offer));
        return warnings;
      }
      case CALL_BACK -> requireBegun(system, token);
      case LISTEN -> {
        requireConfirmed(system, token);
        ourSide.check(system);
        activation.listen(system, system.externalId());
      }
      case SPEAK -> {
        requireConfirmed(system, token);
        activation.speak(system, system.externalId(), offer);
      }
      case WITHDRAW -> {
        requireConfirmed(system, token);
        activation.disable(
            system, "The other side could not complete the activation: validate again.");
      }
    }
    return List.of();
  }

  /** Asks the instance at the address that we have for it whether it was it who asked. */
  private void prove(Endpoint endpoint, RemoteSystem system, String token) {
    if (!otherSide.call(endpoint, system, Phase.CALL_BACK, token).confirmed()) {
      throw new CheckFailed(
          Check.URL,
          "What answers at %s does not confirm that it began this handshake: it is of an earlier version, or another instance than the one that asks."
              .formatted(endpoint.base()),
          "Bring both instances to the same version. If the asking instance is a copy, it can't stand for the original.");
    }
    handshakes.confirmed(token, system.sysId());
  }

  private void requireBegun(RemoteSystem system, String token) {
    if (!handshakes.isBegun(token, system.sysId())) {
      throw new CheckFailed(
          Check.URL,
          "Remote System '%s' did not begin this handshake: another instance asks in its name, a copy of it perhaps, or one of an earlier version."
              .formatted(system.name()),
          "Start Validate and Activate on the instance that the Connection URL leads to.");
    }
  }

  private void requireConfirmed(RemoteSystem system, String token) {
    if (!handshakes.isConfirmed(token, system.sysId())) {
      throw new CheckFailed(
          Check.ACTIVATION,
          "Remote System '%s' has not checked who asks for this, or too long ago."
              .formatted(system.name()),
          "Validate and activate again.");
    }
  }

  private RemoteSystem addressed(Actor caller, String id, String from) {
    if (find(from).isPresent()) {
      throw new CheckFailed(
          Check.URL,
          "The Connection URL leads back to the instance that asks: Remote System '%s' is a record of this one."
              .formatted(from),
          "Set the Connection URL to the base URL of the other instance.");
    }
    Optional<RemoteSystem> naming = naming(from);
    if (id.equals(from)) {
      return naming.orElseThrow(
          () ->
              new CheckFailed(
                  Check.EXTERNAL_ID,
                  "No Remote System here has the External ID '%s', and the side that asks has no External ID either."
                      .formatted(from),
                  "Copy the sys_id of each Remote System record into the External ID of the other."));
    }
    return find(id)
        .orElseThrow(
            () ->
                new CheckFailed(
                    Check.EXTERNAL_ID,
                    "There is no Remote System with the sys_id '%s' here.".formatted(id),
                    naming
                        .filter(system -> system.inboundApiUser().equals(caller.sysId()))
                        .map(
                            system ->
                                "Set the External ID to '%s', the sys_id of '%s'."
                                    .formatted(system.sysId(), system.name()))
                        .orElse(
                            "Set the External ID to the sys_id of the Remote System record that stands for the asking instance here.")));
  }

  private void requireInboundApiUser(Actor caller, RemoteSystem system) {
    if (!system.inboundApiUser().equals(caller.sysId())) {
      LOG.warn(
          "User {} called for remote system {}, whose inbound API user is another one",
          caller.userName(),
          system.sysId());
      throw new CheckFailed(
          Check.INBOUND_API_USER,
          "User '%s' is not the Inbound API User of Remote System '%s' here."
              .formatted(caller.userName(), system.sysId()),
          "Choose user '%s' as its Inbound API User, or let the asking side log in as the user that is chosen."
              .formatted(caller.userName()));
    }
  }

  private void requireLink(RemoteSystem system, String from) {
    if (!system.externalId().isEmpty() && !system.externalId().equals(from)) {
      throw new CheckFailed(
          Check.EXTERNAL_ID,
          "Remote System '%s' here has the External ID '%s', but the record that asks is '%s'."
              .formatted(system.name(), system.externalId(), from),
          "Set the External ID of '%s' to '%s', if that is the record meant."
              .formatted(system.name(), from));
    }
    naming(from)
        .filter(other -> !other.sysId().equals(system.sysId()))
        .ifPresent(
            other -> {
              throw new CheckFailed(
                  Check.EXTERNAL_ID,
                  "The record that asks, '%s', is already the External ID of Remote System '%s' here, not of '%s'."
                      .formatted(from, other.name(), system.name()),
                  "Remove it there, or set the External ID of the asking side to '%s'."
                      .formatted(other.sysId()));
            });
  }

  private Optional<RemoteSystem> find(String sysId) {
    return records.find(Actor.system(), SyncTables.REMOTE_SYSTEM, sysId).map(Mapping::remoteSystem);
  }

  private Optional<RemoteSystem> naming(String externalId) {
    return records
        .findBy(Actor.system(), SyncTables.REMOTE_SYSTEM, Map.of("external_id", externalId))
        .stream()
        .map(Mapping::remoteSystem)
        .findFirst();
  }
}
