package dev.processsync.identity;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes into the tables what happened to users, groups and memberships in the engine, in the
 * engine's transaction. Groups of the engine's own type {@code SYSTEM} have no record.
 */
@Component
class EngineMirror {

  /** The type of the engine's groups that are roles. */
  static final String ROLE_TYPE = "ROLE";

  private static final Actor SYSTEM = Actor.system();

  private final Records records;
  private final Passwords passwords;

  EngineMirror(Records records, Passwords passwords) {
    this.records = records;
    this.passwords = passwords;
  }

  void userSaved(User user) {
    passwords.forget(user.getId());
    Mirroring.run(
        () -> {
          Map<String, String> values = new LinkedHashMap<>();
          values.put("first_name", text(user.getFirstName()));
          values.put("last_name", text(user.getLastName()));
          values.put("email", text(user.getEmail()));
          Optional<TableRecord> known = user(user.getId());
          if (known.isPresent()) {
            records.update(SYSTEM, "sys_user", known.get().sysId(), values);
          } else {
            values.put("user_name", user.getId());
            records.insert(SYSTEM, "sys_user", values);
          }
        });
  }

  void userDeleted(String login) {
    passwords.forget(login);
    Mirroring.run(() -> user(login).ifPresent(user -> delete("sys_user", user)));
  }

  void groupSaved(Group group) {
    if (Groups.GROUP_TYPE_SYSTEM.equals(group.getType())) {
      return;
    }
    Mirroring.run(
        () -> {
          boolean role = ROLE_TYPE.equals(group.getType());
          String table = role ? "sys_user_role" : "sys_user_group";
          if (named(role ? "sys_user_group" : "sys_user_role", group.getId()).isPresent()) {
            throw new RecordConflict(
                "'%s' is a %s: its type can't be changed to '%s'."
                    .formatted(group.getId(), role ? "group" : "role", group.getType()));
          }
          if (named(table, group.getId()).isEmpty()) {
            records.insert(SYSTEM, table, Map.of("name", group.getId()));
          }
        });
  }

  void groupDeleted(String name) {
    Mirroring.run(
        () -> {
          named("sys_user_role", name).ifPresent(role -> delete("sys_user_role", role));
          named("sys_user_group", name).ifPresent(group -> delete("sys_user_group", group));
        });
  }

  void memberAdded(String login, String group) {
    Mirroring.run(() -> membership(login, group).ifPresent(this::add));
  }

  void memberRemoved(String login, String group) {
    Mirroring.run(
        () ->
            membership(login, group)
                .ifPresent(
                    member ->
                        records
                            .findBy(SYSTEM, member.table(), member.values())
                            .forEach(found -> delete(member.table(), found))));
  }

  /** A row of {@code sys_user_has_role} or {@code sys_user_grmember}. */
  private record Membership(String table, Map<String, String> values) {}

  private Optional<Membership> membership(String login, String groupName) {
    Optional<TableRecord> user = user(login);
    if (user.isEmpty()) {
      return Optional.empty();
    }
    String userId = user.get().sysId();
    Optional<Membership> asRole =
        named("sys_user_role", groupName)
            .map(
                role ->
                    new Membership(
                        "sys_user_has_role", Map.of("user", userId, "role", role.sysId())));
    return asRole.or(
        () ->
            named("sys_user_group", groupName)
                .map(
                    group ->
                        new Membership(
                            "sys_user_grmember", Map.of("user", userId, "group", group.sysId()))));
  }

  private void add(Membership membership) {
    if (records.findBy(SYSTEM, membership.table(), membership.values()).isEmpty()) {
      records.insert(SYSTEM, membership.table(), membership.values());
    }
  }

  private Optional<TableRecord> user(String login) {
    return records.findBy(SYSTEM, "sys_user", Map.of("user_name", login)).stream().findFirst();
  }

  private Optional<TableRecord> named(String table, String name) {
    return records.findBy(SYSTEM, table, Map.of("name", name)).stream().findFirst();
  }

  private void delete(String table, TableRecord found) {
    records.delete(SYSTEM, table, found.sysId());
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
