package dev.processsync.handshake;

import dev.processsync.connection.Endpoint;
import dev.processsync.definition.Mapping;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncTables;
import dev.processsync.handshake.HandshakeMessage.Phase;
import dev.processsync.identity.Role;
import dev.processsync.problem.AccessDenied;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Validate and Activate Remote System (step 27), as the side sees it that starts.
 *
 * <p>First both sides check and call each other and nothing changes; then each listens before the
 * other speaks, so that no message meets a closed door. No transaction is open during a call.
 */
@Service
public class RemoteSystems {

  private static final Logger LOG = LoggerFactory.getLogger(RemoteSystems.class);

  private final Records records;
  private final OurSide ourSide;
  private final OtherSide otherSide;
  private final Offers offers;
  private final Activation activation;
  private final KnownHandshakes handshakes;
  private final Overlaps overlaps;

  RemoteSystems(
      Records records,
      OurSide ourSide,
      OtherSide otherSide,
      Offers offers,
      Activation activation,
      KnownHandshakes handshakes,
      Overlaps overlaps) {
    this.records = records;
    this.ourSide = ourSide;
    this.otherSide = otherSide;
    this.offers = offers;
    this.activation = activation;
    this.handshakes = handshakes;
    this.overlaps = overlaps;
  }

  /**
   * Activates a remote system here and its counterpart there, or neither. Doing it again does no
   * harm. Ends a Disable of this side, even if the other side can't be activated yet: then it may
   * be from there. Must not be called inside a transaction.
   *
   * @throws AccessDenied unless the actor has the role {@code ih_process_sync}
   * @throws dev.processsync.problem.NoSuchRecord if there is no such remote system
   */
  public Validation validateAndActivate(Actor actor, String sysId) {
    RemoteSystem system = require(actor, sysId, "validate");
    activation.endDisable(system);
    try {
      Validation.Activated activated = validateAndActivate(system);
      LOG.info(
          "Remote system {} ({}) was activated by {}, linked to {}",
          sysId,
          system.name(),
          actor.userName(),
          activated.externalId());
      return activated;
    } catch (CheckFailed failed) {
      LOG.warn(
          "Remote system {} ({}) can't be activated, check {} failed: {}",
          sysId,
          system.name(),
          failed.check().value(),
          failed.problem());
      activation.explain(system, failed.problem() + " " + failed.remedy());
      return new Validation.Failed(failed.check().value(), failed.problem(), failed.remedy());
    }
  }

  /**
   * Disables a remote system, both ways. What is captured for it stays Ready until it is validated
   * and activated again on this side; the other side can't end it.
   *
   * @throws AccessDenied unless the actor has the role {@code ih_process_sync}
   * @throws dev.processsync.problem.NoSuchRecord if there is no such remote system
   */
  public void disable(Actor actor, String sysId) {
    RemoteSystem system = require(actor, sysId, "disable");
    activation.disableBy(system, actor.userName());
    LOG.info("Remote system {} ({}) was disabled by {}", sysId, system.name(), actor.userName());
  }

  private RemoteSystem require(Actor actor, String sysId, String what) {
    if (!actor.hasAnyOf(Set.of(Role.PROCESS_SYNC))) {
      throw new AccessDenied(
          "User '%s' may not %s remote systems: it takes the role %s."
              .formatted(actor.userName(), what, Role.PROCESS_SYNC));
    }
    return Mapping.remoteSystem(records.get(Actor.system(), SyncTables.REMOTE_SYSTEM, sysId));
  }

  private Validation.Activated validateAndActivate(RemoteSystem system) {
    Endpoint endpoint = ourSide.check(system);
    String handshake = handshakes.begin(system.sysId());
    HandshakeAnswer checked = otherSide.call(endpoint, system, Phase.CHECK, handshake);
    String externalId = checked.remoteSystem();
    if (!system.externalId().isEmpty() && !system.externalId().equals(externalId)) {
      throw new CheckFailed(
          Check.EXTERNAL_ID,
          "External ID is '%s', but the record that answers is '%s'."
              .formatted(system.externalId(), externalId),
          "Set the External ID to '%s'.".formatted(externalId));
    }
    overlaps.requireNoSecondLink(system, checked.offer());
    try {
      otherSide.call(endpoint, system, Phase.LISTEN, handshake);
      activation.speak(system, externalId, checked.offer());
      otherSide.call(endpoint, system, Phase.SPEAK, handshake);
    } catch (RuntimeException halfway) {
      withdraw(endpoint, system, handshake, halfway);
      throw halfway;
    }
    Offer ours = offers.to(system);
    List<String> warnings = new ArrayList<>(offers.eventMismatches(ours, checked.offer()));
    warnings.addAll(offers.unfitPolicies(ours, checked.offer()));
    warnings.addAll(offers.unknownFields(checked.offer()));
    warnings.addAll(overlaps.warnings(system, ours, checked.offer()));
    warnings.addAll(checked.warnings());
    return new Validation.Activated(externalId, List.copyOf(warnings));
  }

  private void withdraw(
      Endpoint endpoint, RemoteSystem system, String handshake, RuntimeException cause) {
    activation.disable(system, "Activation failed halfway: validate and activate again.");
    try {
      otherSide.call(endpoint, system, Phase.WITHDRAW, handshake);
    } catch (CheckFailed unheard) {
      LOG.warn(
          "Remote system {} was disabled here, but the other side could not be told: {}",
          system.sysId(),
          unheard.problem());
      cause.addSuppressed(unheard);
    }
  }
}
