package dev.processsync.sync;

import dev.processsync.connection.Endpoint;
import dev.processsync.sync.HandshakeMessage.Phase;
import dev.processsync.table.Actor;
import dev.processsync.table.Records;
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

  Handshake(
      Records records, OurSide ourSide, OtherSide otherSide, Offers offers, Activation activation) {
    this.records = records;
    this.ourSide = ourSide;
    this.otherSide = otherSide;
    this.offers = offers;
    this.activation = activation;
  }

  /**
   * @param caller who logged in
   * @param id our record's sys_id, or, of a caller that does not know it yet, the caller's own
   * @param from sys_id of the caller's record
   * @throws CheckFailed to be told to the caller
   */
  HandshakeAnswer answer(Actor caller, String id, String from, Phase phase, Offer offer) {
    RemoteSystem system = addressed(caller, id, from);
    requireInboundApiUser(caller, system);
    try {
      requireLink(system, from);
      List<String> warnings = perform(system.withExternalId(from), phase, offer);
      LOG.info("Remote system {} took part in a handshake of {}: {}", system.sysId(), from, phase);
      return new HandshakeAnswer(system.sysId(), offers.to(system), warnings);
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

  private List<String> perform(RemoteSystem system, Phase phase, Offer offer) {
    switch (phase) {
      case CHECK -> {
        Endpoint endpoint = ourSide.check(system);
        otherSide.call(endpoint, system, Phase.CALL_BACK);
        return offers.unknownFields(offer);
      }
      case CALL_BACK -> {}
      case LISTEN -> {
        ourSide.check(system);
        activation.listen(system, system.externalId());
      }
      case SPEAK -> activation.speak(system, system.externalId(), offer);
      case WITHDRAW ->
          activation.disable(
              system, "The other side could not complete the activation: validate again.");
    }
    return List.of();
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
