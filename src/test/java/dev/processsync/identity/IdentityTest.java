package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.InstanceTest;
import dev.processsync.OneAdministrator;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.problem.TableProblem;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Records of users, groups and roles and the engine's identities are one and the same. */
@InstanceTest
class IdentityTest {

  private static final Actor ADMIN = new Actor("admin", SysId.next(), Set.of("admin"), false, null);
  private static final String PASSWORD = "long enough 1";

  @Autowired Records records;
  @Autowired IdentityService engine;
  @Autowired Users users;
  @Autowired Passwords passwords;
  @Autowired FirstStart firstStart;
  @Autowired DSLContext sql;
  @Autowired TransactionTemplate transaction;

  private String login = "";

  @BeforeEach
  void newLogin() {
    login = "u." + SysId.next();
  }

  @Test
  void hasAnAdministratorTheRolesAndTheGroupOfTheTutorialFromTheStart() {
    TableRecord admin = only("sys_user", Map.of("user_name", "admin"));

    assertThat(admin.get("name")).isEqualTo("System Administrator");
    assertThat(users.byUserName("admin")).get().matches(Actor::isAdmin);
    assertThat(engine.checkPassword("admin", InstanceTest.ADMIN_PASSWORD)).isTrue();
    assertThat(engine.createUserQuery().memberOfGroup("camunda-admin").list())
        .extracting(User::getId)
        .contains("admin");
    assertThat(records.findBy(ADMIN, "sys_user_role", Map.of()))
        .extracting(role -> role.get("name"))
        .contains(
            "admin",
            "ih_process_sync",
            "ih_process_sync_api",
            "ih_process_sync_run_as",
            "incident_manager",
            "itil",
            "snc_external",
            "integration_admin");
    assertThat(records.findBy(ADMIN, "sys_user_group", Map.of("name", "Hardware"))).hasSize(1);
  }

  @Test
  void changesNothingAtTheNextStart() {
    int before = records.findBy(ADMIN, "sys_user", Map.of()).size();

    firstStart.afterSingletonsInstantiated();

    assertThat(records.findBy(ADMIN, "sys_user", Map.of())).hasSize(before);
    assertThat(records.findBy(ADMIN, "sys_user_group", Map.of("name", "Hardware"))).hasSize(1);
  }

  @Test
  void makesAUserWhoCanLogIn() {
    TableRecord user =
        create(Map.of("first_name", "RPS", "last_name", "API User", "email", "a@example.com"));

    assertThat(user.get("name")).isEqualTo("RPS API User");
    assertThat(user.get("active")).isEqualTo("true");
    assertThat(user.sysId()).isNotEqualTo(login);
    User inEngine = engine.createUserQuery().userId(login).singleResult();
    assertThat(inEngine.getFirstName()).isEqualTo("RPS");
    assertThat(inEngine.getEmail()).isEqualTo("a@example.com");
    assertThat(engine.checkPassword(login, PASSWORD)).isTrue();
    assertThat(engine.checkPassword(login, PASSWORD + "!")).isFalse();
  }

  @Test
  void storesNoPasswordButASlowHashInTheEngine() {
    create(Map.of());

    String stored =
        sql.select(DSL.field("pwd_", String.class))
            .from("act_id_user")
            .where(DSL.field("id_").eq(login))
            .fetchSingle()
            .value1();

    assertThat(stored).startsWith("{bcrypt-sha384}$2a$10$").doesNotContain(PASSWORD);
    assertThat(
            sql.select(DSL.field("user_password", String.class))
                .from("process_sync.sys_user")
                .where(DSL.field("user_name").eq(login))
                .fetchSingle()
                .value1())
        .isNull();
  }

  @Test
  void tellsLongPasswordsApartToTheLastCharacter() {
    String longer = "x".repeat(120);
    create(Map.of("user_password", longer + "1"));

    assertThat(engine.checkPassword(login, longer + "1")).isTrue();
    assertThat(engine.checkPassword(login, longer + "2")).isFalse();
  }

  @Test
  void forgetsTheOldPasswordAtOnce() {
    TableRecord user = create(Map.of());
    assertThat(passwords.isRight(login, PASSWORD)).isTrue();

    records.update(ADMIN, "sys_user", user.sysId(), Map.of("user_password", "another one 2"));

    assertThat(passwords.isRight(login, "another one 2")).isTrue();
    assertThat(passwords.isRight(login, PASSWORD)).isFalse();
  }

  @Test
  void keepsThePasswordWhenOnlyTheNameChanges() {
    TableRecord user = create(Map.of("first_name", "Ann"));

    TableRecord renamed =
        records.update(ADMIN, "sys_user", user.sysId(), Map.of("last_name", "Lee"));

    assertThat(renamed.get("name")).isEqualTo("Ann Lee");
    assertThat(engine.createUserQuery().userId(login).singleResult().getLastName())
        .isEqualTo("Lee");
    assertThat(engine.checkPassword(login, PASSWORD)).isTrue();
  }

  @Test
  void refusesAShortPassword() {
    assertThatThrownBy(() -> create(Map.of("user_password", "short")))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("at least 8 characters")
        .hasMessageNotContaining("'short'");
    assertThat(engine.createUserQuery().userId(login).count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rps.api.instance.a", "Jörg Müller", "o'neil@example.com", "a+b-c_d"})
  void acceptsLoginsAsPeopleHaveThem(String name) {
    login = name;
    create(Map.of());

    assertThat(engine.checkPassword(name, PASSWORD)).isTrue();
    records.delete(ADMIN, "sys_user", only("sys_user", Map.of("user_name", name)).sysId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", ".hidden", "a/b", "*", "system"})
  void refusesLoginsThatCanNotWork(String name) {
    login = name;

    assertThatThrownBy(() -> create(Map.of())).isInstanceOf(InvalidRecord.class);
  }

  @Test
  void refusesASecondUserWithTheSameLogin() {
    create(Map.of());

    assertThatThrownBy(() -> create(Map.of()))
        .isInstanceOf(RecordConflict.class)
        .hasMessageContaining("Another user has this User ID");
  }

  @Test
  void refusesToRenameALogin() {
    TableRecord user = create(Map.of());

    assertThatThrownBy(
            () -> records.update(ADMIN, "sys_user", user.sysId(), Map.of("user_name", "else")))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("can't be changed");
  }

  @Test
  void letsNoInactiveUserIn() {
    TableRecord user = create(Map.of());
    assertThat(passwords.isRight(login, PASSWORD)).isTrue();

    records.update(ADMIN, "sys_user", user.sysId(), Map.of("active", "false"));

    assertThat(passwords.isRight(login, PASSWORD)).isFalse();
    assertThat(engine.checkPassword(login, PASSWORD)).isFalse();
    assertThat(users.byUserName(login)).isEmpty();
    assertThat(users.bySysId(user.sysId())).isEmpty();
  }

  @Test
  void grantsARoleByAMembershipOfTheEngine() {
    TableRecord user = create(Map.of());
    TableRecord grant = grant(user, "itil");

    assertThat(rolesOf(login)).containsExactlyInAnyOrder("itil", "snc_internal");
    assertThat(groupsOf(login)).containsExactly("itil");
    assertThat(engine.createGroupQuery().groupId("itil").singleResult().getType())
        .isEqualTo("ROLE");

    records.delete(ADMIN, "sys_user_has_role", grant.sysId());

    assertThat(rolesOf(login)).containsExactly("snc_internal");
    assertThat(groupsOf(login)).isEmpty();
  }

  @Test
  void makesAnAdministratorOneOfTheEngineToo() {
    TableRecord user = create(Map.of());
    TableRecord grant = grant(user, "admin");
    assertThat(groupsOf(login)).containsExactlyInAnyOrder("admin", "camunda-admin");

    records.delete(ADMIN, "sys_user_has_role", grant.sysId());

    assertThat(groupsOf(login)).isEmpty();
  }

  @Test
  void countsExternalAndApiUsersNotAmongTheInternal() {
    TableRecord external = create(Map.of());
    grant(external, "snc_external");
    assertThat(rolesOf(login)).containsExactly("snc_external");

    newLogin();
    TableRecord api = create(Map.of());
    grant(api, "ih_process_sync_api");
    assertThat(rolesOf(login)).containsExactly("ih_process_sync_api");

    grant(api, "itil");
    assertThat(rolesOf(login)).contains("snc_internal");
  }

  @Test
  void putsMembersIntoAGroupOfTheEngine() {
    String group = "Field Service " + SysId.next();
    TableRecord user = create(Map.of());
    String id = records.insert(ADMIN, "sys_user_group", Map.of("name", group)).sysId();
    records.insert(ADMIN, "sys_user_grmember", Map.of("user", user.sysId(), "group", id));

    assertThat(groupsOf(login)).containsExactly(group);
    records.delete(ADMIN, "sys_user_group", id);
    assertThat(groupsOf(login)).isEmpty();
    assertThat(records.findBy(ADMIN, "sys_user_grmember", Map.of("user", user.sysId()))).isEmpty();
  }

  @Test
  void letsNoGroupPassForARole() {
    assertThatThrownBy(() -> records.insert(ADMIN, "sys_user_group", Map.of("name", "admin")))
        .isInstanceOf(RecordConflict.class)
        .hasMessageContaining("'admin' is taken");
    assertThatThrownBy(() -> records.insert(ADMIN, "sys_user_role", Map.of("name", "snc_internal")))
        .isInstanceOf(InvalidRecord.class);
    assertThatThrownBy(
            () -> records.insert(ADMIN, "sys_user_role", Map.of("name", "camunda-admin")))
        .isInstanceOf(InvalidRecord.class);
  }

  @Test
  void keepsTheBuiltInRoles() {
    String itil = only("sys_user_role", Map.of("name", "itil")).sysId();

    assertThatThrownBy(() -> records.delete(ADMIN, "sys_user_role", itil))
        .isInstanceOf(TableProblem.class);
    assertThatThrownBy(() -> records.update(ADMIN, "sys_user_role", itil, Map.of("name", "itol")))
        .hasMessageContaining("can't be renamed");
  }

  @Test
  void keepsTheLastActiveAdministrator() {
    TableRecord admin = only("sys_user", Map.of("user_name", "admin"));
    String role = only("sys_user_role", Map.of("name", "admin")).sysId();
    TableRecord grant = only("sys_user_has_role", Map.of("user", admin.sysId(), "role", role));
    TableRecord idle = create(Map.of("active", "false"));
    grant(idle, "admin");

    OneAdministrator.during(
        records,
        () -> {
          assertThatThrownBy(
                  () -> records.update(ADMIN, "sys_user", admin.sysId(), Map.of("active", "false")))
              .isInstanceOf(RecordConflict.class)
              .hasMessageContaining("last active administrator");
          assertThatThrownBy(() -> records.delete(ADMIN, "sys_user", admin.sysId()))
              .isInstanceOf(RecordConflict.class);
          assertThatThrownBy(() -> records.delete(ADMIN, "sys_user_has_role", grant.sysId()))
              .isInstanceOf(RecordConflict.class);
          assertThatThrownBy(() -> engine.deleteUser("admin")).isInstanceOf(RecordConflict.class);
          assertThatThrownBy(() -> engine.deleteMembership("admin", "admin"))
              .isInstanceOf(RecordConflict.class);
        });
    assertThat(engine.checkPassword("admin", InstanceTest.ADMIN_PASSWORD)).isTrue();
    records.delete(ADMIN, "sys_user", idle.sysId());
  }

  @Test
  void takesOverWhatAnAdministratorDoesInTheEngine() {
    User user = engine.newUser(login);
    user.setFirstName("Made");
    user.setLastName("in Camunda");
    user.setPassword(PASSWORD);
    engine.saveUser(user);
    Group group = engine.newGroup("g." + login);
    group.setType("GROUP");
    engine.saveGroup(group);
    engine.createMembership(login, "itil");
    engine.createMembership(login, group.getId());

    TableRecord record = only("sys_user", Map.of("user_name", login));
    assertThat(record.get("name")).isEqualTo("Made in Camunda");
    assertThat(rolesOf(login)).contains("itil");
    assertThat(records.findBy(ADMIN, "sys_user_grmember", Map.of("user", record.sysId())))
        .hasSize(1);
    assertThat(passwords.isRight(login, PASSWORD)).isTrue();

    User changed = engine.createUserQuery().userId(login).singleResult();
    changed.setLastName("elsewhere");
    changed.setPassword("changed there 3");
    engine.saveUser(changed);
    engine.deleteMembership(login, "itil");

    assertThat(only("sys_user", Map.of("user_name", login)).get("name"))
        .isEqualTo("Made elsewhere");
    assertThat(rolesOf(login)).doesNotContain("itil");
    assertThat(passwords.isRight(login, PASSWORD)).isFalse();

    engine.deleteUser(login);
    engine.deleteGroup(group.getId());
    assertThat(records.findBy(ADMIN, "sys_user", Map.of("user_name", login))).isEmpty();
    assertThat(records.findBy(ADMIN, "sys_user_group", Map.of("name", group.getId()))).isEmpty();
  }

  @Test
  void asksTheEngineForLongPasswordsToo() {
    User user = engine.newUser(login);
    user.setPassword("short");

    assertThatThrownBy(() -> engine.saveUser(user)).isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void refusesCommonPasswordsAtTheEnginesDoorToo() {
    User common = engine.newUser(login);
    common.setPassword("Password1!");
    assertThatThrownBy(() -> engine.saveUser(common)).isInstanceOf(ProcessEngineException.class);

    User named = engine.newUser(login);
    named.setPassword(login + "-1");
    assertThatThrownBy(() -> engine.saveUser(named)).isInstanceOf(ProcessEngineException.class);

    assertThatThrownBy(() -> create(Map.of("user_password", "Password1!")))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("most common");
  }

  @Test
  void undoesTheEnginesPartWithTheRecords() {
    transaction.executeWithoutResult(
        status -> {
          create(Map.of());
          status.setRollbackOnly();
        });

    assertThat(engine.createUserQuery().userId(login).count()).isZero();
    assertThat(users.byUserName(login)).isEmpty();
  }

  @Test
  void removesAUserEverywhere() {
    TableRecord user = create(Map.of());
    grant(user, "itil");

    records.delete(ADMIN, "sys_user", user.sysId());

    assertThat(engine.createUserQuery().userId(login).count()).isZero();
    assertThat(records.findBy(ADMIN, "sys_user_has_role", Map.of("user", user.sysId()))).isEmpty();
    assertThat(users.byUserName(login)).isEmpty();
  }

  private TableRecord create(Map<String, String> more) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("user_name", login);
    values.put("user_password", PASSWORD);
    values.putAll(more);
    return records.insert(ADMIN, "sys_user", values);
  }

  private TableRecord grant(TableRecord user, String role) {
    return records.insert(ADMIN, "sys_user_has_role", Map.of("user", user.sysId(), "role", role));
  }

  private Set<String> rolesOf(String userName) {
    return users.byUserName(userName).orElseThrow().roles();
  }

  private List<String> groupsOf(String userName) {
    return engine.createGroupQuery().groupMember(userName).list().stream()
        .map(Group::getId)
        .toList();
  }

  private TableRecord only(String table, Map<String, String> values) {
    List<TableRecord> found = records.findBy(ADMIN, table, values);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
