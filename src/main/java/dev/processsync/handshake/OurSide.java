package dev.processsync.handshake;

import dev.processsync.connection.ConnectionProblem;
import dev.processsync.connection.Connections;
import dev.processsync.connection.Endpoint;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.identity.Role;
import dev.processsync.identity.Users;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What can be checked without asking the other side. */
@Component
final class OurSide {

  private final Connections connections;
  private final Users users;
  private final Records records;

  OurSide(Connections connections, Users users, Records records) {
    this.connections = connections;
    this.users = users;
    this.records = records;
  }

  /**
   * Checks the users and the connection of a remote system.
   *
   * @return where the other side is
   * @throws CheckFailed naming the setting
   */
  Endpoint check(RemoteSystem system) {
    requireUser(
        Check.INBOUND_API_USER,
        "Inbound API User",
        system.inboundApiUser(),
        Role.PROCESS_SYNC_API,
        system);
    requireUser(Check.RUN_AS, "Run as", system.runAs(), Role.RUN_AS, system);
    requireRunAsChoice(system);
    try {
      return connections.resolve(system.connectionAlias());
    } catch (ConnectionProblem problem) {
      throw new CheckFailed(
          Check.CONNECTION,
          "The Connection Alias of Remote System '%s' can't be used.".formatted(system.name()),
          Objects.requireNonNullElse(problem.getMessage(), "Check its connection and credential."));
    }
  }

  private void requireUser(
      Check check, String field, String user, String role, RemoteSystem system) {
    String name = userName(user);
    Optional<Actor> active = users.bySysId(user);
    if (active.isEmpty()) {
      throw new CheckFailed(
          check,
          "'%s' of Remote System '%s' is user '%s', who is inactive."
              .formatted(field, system.name(), name),
          "Set the user to active, or choose another one.");
    }
    // Granted, not implied: not even an administrator is somebody to act as without it.
    if (!active.get().roles().contains(role)) {
      throw new CheckFailed(
          check,
          "'%s' of Remote System '%s' is user '%s', who lacks the role %s."
              .formatted(field, system.name(), name, role),
          "Grant the role %s to user '%s'.".formatted(role, name));
    }
  }

  private void requireRunAsChoice(RemoteSystem system) {
    users
        .bySysId(system.runAs())
        .flatMap(user -> system.runAsChoice().objection(user, users))
        .ifPresent(
            objection -> {
              throw new CheckFailed(
                  Check.RUN_AS,
                  "'Run as' of Remote System '%s' is user '%s', %s."
                      .formatted(system.name(), userName(system.runAs()), objection),
                  "Let an administrator set it again, or choose a user without those roles.");
            });
  }

  String userName(String user) {
    return records
        .find(Actor.system(), "sys_user", user)
        .map(found -> found.get("user_name"))
        .orElse(user);
  }
}
