package dev.processsync.flow.action;

import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.identity.Role;
import dev.processsync.identity.Users;
import dev.processsync.record.Actor;
import dev.processsync.record.RemoteEvent;
import org.springframework.stereotype.Component;

/**
 * Who a flow acts as: the user that the remote system's record names, with the roles that count
 * now.
 */
@Component
public class RunAs {

  private final SyncDefinitions definitions;
  private final Users users;

  RunAs(SyncDefinitions definitions, Users users) {
    this.definitions = definitions;
    this.users = users;
  }

  /**
   * The user, applying this event.
   *
   * @throws NoRunAsUser if there is none who may
   */
  public Actor of(RemoteEvent event) {
    String remoteSystemId = event.remoteSystem();
    RemoteSystem remote =
        definitions
            .remoteSystem(remoteSystemId)
            .orElseThrow(
                () -> new NoRunAsUser(remoteSystemId, "has no record on this instance any more"));
    if (remote.runAs().isBlank()) {
      throw new NoRunAsUser(remote.name(), "names nobody to run inbound flows as");
    }
    Actor user =
        users
            .bySysId(remote.runAs())
            .orElseThrow(
                () ->
                    new NoRunAsUser(
                        remote.name(),
                        "runs inbound flows as %s, who is unknown or inactive"
                            .formatted(remote.runAs())));
    // Granted, not implied: not even an administrator is somebody to act as without it.
    if (!user.roles().contains(Role.RUN_AS)) {
      throw new NoRunAsUser(
          remote.name(),
          "runs inbound flows as %s, who lacks the role %s"
              .formatted(user.userName(), Role.RUN_AS));
    }
    remote
        .runAsChoice()
        .objection(user, users)
        .ifPresent(
            objection -> {
              throw new NoRunAsUser(
                  remote.name(),
                  "runs inbound flows as %s, %s".formatted(user.userName(), objection));
            });
    Actor actor = user.onBehalfOf(event);
    return Watched.by().map(actor::before).orElse(actor);
  }
}
