package dev.processsync.identity;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Users of a directory (LDAP, Keycloak) get their record when they log in, with the roles and
 * groups that they have there: a directory group named like a role grants it.
 */
@Component
public class DirectoryUsers {

  private final IdentityService engine;
  private final EngineMirror mirror;
  private final Records records;

  DirectoryUsers(IdentityService engine, EngineMirror mirror, Records records) {
    this.engine = engine;
    this.mirror = mirror;
    this.records = records;
  }

  /** Whether the engine's users come from a directory. */
  public boolean isInUse() {
    return engine.isReadOnly();
  }

  /** Brings the record of someone who just proved to be this user up to date. */
  @Transactional
  public void recordLogin(String login) {
    if (!isInUse()) {
      return;
    }
    User user = engine.createUserQuery().userId(login).singleResult();
    if (user == null) {
      return;
    }
    mirror.userSaved(user);
    List<Group> groups = engine.createGroupQuery().groupMember(login).list();
    Set<String> current = new HashSet<>();
    for (Group group : groups) {
      mirror.memberAdded(login, group.getId());
      current.add(group.getId());
    }
    formerRoles(login, current).forEach(role -> mirror.memberRemoved(login, role));
  }

  private List<String> formerRoles(String login, Set<String> current) {
    Actor system = Actor.system();
    return records.findBy(system, "sys_user", Map.of("user_name", login)).stream()
        .map(TableRecord::sysId)
        .flatMap(id -> records.findBy(system, "sys_user_has_role", Map.of("user", id)).stream())
        .map(granted -> records.get(system, "sys_user_role", granted.get("role")).get("name"))
        .filter(role -> !current.contains(role))
        .toList();
  }
}
