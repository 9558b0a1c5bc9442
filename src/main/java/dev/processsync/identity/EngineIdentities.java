package dev.processsync.identity;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.RecordConflict;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes into the engine what happened to the records of users, roles, groups and memberships.
 * Whether the caller may was decided where the record was written; the engine is not asked again.
 */
@Component
class EngineIdentities {

  private final IdentityService engine;

  EngineIdentities(IdentityService engine) {
    this.engine = engine;
  }

  /** Whether users come from a directory that this instance can't change. */
  boolean isReadOnly() {
    return engine.isReadOnly();
  }

  /**
   * @param password what the user types from now on, empty to leave it
   */
  void createUser(TableRecord record, String password) {
    write(
        () -> {
          String login = record.get("user_name");
          if (engine.createUserQuery().userId(login).count() > 0) {
            throw new RecordConflict("The engine has a user '%s' already.".formatted(login));
          }
          save(engine.newUser(login), record, Optional.of(password));
        });
  }

  void updateUser(TableRecord record, Optional<String> password) {
    write(
        () -> {
          User user = engine.createUserQuery().userId(record.get("user_name")).singleResult();
          if (user != null) {
            save(user, record, password);
          }
        });
  }

  void deleteUser(String login) {
    write(() -> engine.deleteUser(login));
  }

  void createGroup(String name, @Nullable String type) {
    write(
        () -> {
          if (engine.createGroupQuery().groupId(name).count() > 0) {
            throw new RecordConflict(
                "'%s' is taken by a role or group of the engine: choose a different name."
                    .formatted(name));
          }
          Group group = engine.newGroup(name);
          group.setName(name);
          group.setType(type);
          engine.saveGroup(group);
        });
  }

  void deleteGroup(String name) {
    write(() -> engine.deleteGroup(name));
  }

  /** An administrator here is one in the engine's web applications, too. */
  void addMember(String login, String group) {
    write(
        () -> {
          join(login, group);
          if (Role.ADMIN.equals(group)) {
            join(login, Groups.CAMUNDA_ADMIN);
          }
        });
  }

  void removeMember(String login, String group) {
    write(
        () -> {
          engine.deleteMembership(login, group);
          if (Role.ADMIN.equals(group)) {
            engine.deleteMembership(login, Groups.CAMUNDA_ADMIN);
          }
        });
  }

  private void join(String login, String group) {
    if (engine.createUserQuery().userId(login).memberOfGroup(group).count() == 0) {
      engine.createMembership(login, group);
    }
  }

  private void save(User user, TableRecord record, Optional<String> password) {
    user.setFirstName(record.get("first_name"));
    user.setLastName(record.get("last_name"));
    user.setEmail(record.get("email"));
    password.ifPresent(user::setPassword);
    engine.saveUser(user);
  }

  private void write(Runnable change) {
    Authentication caller = engine.getCurrentAuthentication();
    engine.clearAuthentication();
    try {
      Mirroring.run(change);
    } finally {
      engine.setAuthentication(caller);
    }
  }
}
