package dev.processsync.identity;

import dev.processsync.database.StartTurn;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import dev.processsync.record.References;
import dev.processsync.record.References.Resolved;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * What an instance needs before anyone can log in: the roles of docs/reference.md, the group
 * Hardware of the tutorial, an administrator. Runs at each start before the first request is
 * served, adds what is missing, changes nothing that is there.
 */
@Component
@EnableConfigurationProperties(FirstAdmin.class)
class FirstStart implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
  private static final Actor SYSTEM = Actor.system();

  private final Records records;
  private final IdentityService engine;
  private final EngineMirror mirror;
  private final References references;
  private final EngineGrants grants;
  private final FirstAdmin firstAdmin;
  private final StartTurn turn;

  FirstStart(
      Records records,
      IdentityService engine,
      EngineMirror mirror,
      References references,
      EngineGrants grants,
      FirstAdmin firstAdmin,
      StartTurn turn) {
    this.records = records;
    this.engine = engine;
    this.mirror = mirror;
    this.references = references;
    this.grants = grants;
    this.firstAdmin = firstAdmin;
    this.turn = turn;
  }

  @Override
  public void afterSingletonsInstantiated() {
    // Nodes that start together take turns, so that there is one admin and one password.
    turn.take(
        () -> {
          grants.ensure();
          if (engine.isReadOnly()) {
            Mirroring.run(this::addRolesAndGroup);
          } else {
            adoptEngineIdentities();
            addRolesAndGroup();
            addAdmin();
          }
        });
  }

  /** Of groups that are called alike, one becomes a record; the others stay the engine's alone. */
  private void adopt(Group group) {
    String name = group.getId();
    boolean alike =
        !EngineMirror.ROLE_TYPE.equals(group.getType())
            && isMissing("sys_user_group", "name", name)
            && !(references.resolve("sys_user_group", name) instanceof Resolved.Unknown);
    if (alike) {
      log.warn("The engine's group '{}' gets no record: another group is called so too", name);
    } else {
      mirror.groupSaved(group);
    }
  }

  /** An engine that had users before us keeps them. */
  private void adoptEngineIdentities() {
    engine.createGroupQuery().list().forEach(this::adopt);
    engine
        .createUserQuery()
        .list()
        .forEach(
            user -> {
              if (isMissing("sys_user", "user_name", user.getId())) {
                mirror.userSaved(user);
                engine
                    .createGroupQuery()
                    .groupMember(user.getId())
                    .list()
                    .forEach(group -> mirror.memberAdded(user.getId(), group.getId()));
              }
            });
  }

  private void addRolesAndGroup() {
    Role.MEANINGS.forEach(
        (name, meaning) -> {
          if (isMissing("sys_user_role", "name", name)) {
            records.insert(SYSTEM, "sys_user_role", Map.of("name", name, "description", meaning));
          }
        });
    if (isMissing("sys_user_group", "name", "Hardware")) {
      records.insert(SYSTEM, "sys_user_group", Map.of("name", "Hardware"));
    }
  }

  private void addAdmin() {
    String role =
        records.findBy(SYSTEM, "sys_user_role", Map.of("name", Role.ADMIN)).get(0).sysId();
    if (!records.findBy(SYSTEM, "sys_user_has_role", Map.of("role", role)).isEmpty()) {
      return;
    }
    String given = firstAdmin.adminPassword();
    String password = given == null || given.isBlank() ? random() : given;
    Map<String, String> admin = new LinkedHashMap<>();
    admin.put("user_name", "admin");
    admin.put("first_name", "System");
    admin.put("last_name", "Administrator");
    admin.put("user_password", password);
    String user = insert(admin).sysId();
    records.insert(SYSTEM, "sys_user_has_role", Map.of("user", user, "role", role));
    if (password.equals(given)) {
      log.info("First start: user admin has the password of process-sync.admin-password");
    } else {
      log.warn("First start: user admin has the password {} (shown only now)", password);
    }
  }

  private TableRecord insert(Map<String, String> admin) {
    try {
      return records.insert(SYSTEM, "sys_user", admin);
    } catch (InvalidRecord e) {
      throw e.field().equals("user_password") ? new FirstAdminProblem(e) : e;
    }
  }

  private boolean isMissing(String table, String field, String value) {
    return records.findBy(SYSTEM, table, Map.of(field, value)).isEmpty();
  }

  private static String random() {
    byte[] random = new byte[15];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
