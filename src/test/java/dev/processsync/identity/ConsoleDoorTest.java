package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Who may do what with which thing by the console's pages, which call this instance's API with
 * their session and their token, and by programs, which call it with a login.
 */
@InstanceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleDoorTest {

  private static final Actor SYSTEM = Actor.system();
  private static final String SUBFLOWS = "/api/process-sync/v1/subflows/";
  private static final List<Integer> REFUSED = List.of(400, 401, 403, 404, 409);
  private static final List<String> POWERLESS = List.of("sync", "itil", "plain", "external", "api");

  @Autowired private Records records;

  private final int port;
  private final Map<String, TableRecord> users = new LinkedHashMap<>();
  private final Map<String, Browser> browsers = new LinkedHashMap<>();
  private final Map<String, String> tokens = new LinkedHashMap<>();
  private TableRecord victim = new TableRecord("", Map.of());
  private TableRecord group = new TableRecord("", Map.of());
  private TableRecord granted = new TableRecord("", Map.of());
  private String adminRole = "";
  private String used = "";

  ConsoleDoorTest(@LocalServerPort int port) {
    this.port = port;
  }

  @BeforeAll
  void aUserOfEachKindAndThings() {
    SyncSetup setup = new SyncSetup(records);
    users.put("sync", setup.user("sync", "ih_process_sync"));
    users.put("itil", setup.user("itil", "itil"));
    users.put("plain", setup.user("plain"));
    users.put("external", setup.user("external", "snc_external"));
    users.put("api", setup.user("api", "ih_process_sync_api"));
    victim = setup.user("victim");
    group = setup.insert("sys_user_group", Map.of("name", setup.unique("Group")));
    adminRole = records.findBy(SYSTEM, "sys_user_role", Map.of("name", "admin")).get(0).sysId();
    String itil = records.findBy(SYSTEM, "sys_user_role", Map.of("name", "itil")).get(0).sysId();
    granted = setup.insert("sys_user_has_role", Map.of("user", victim.sysId(), "role", itil));
    TableRecord remote = new SyncSetup(records).activeRemoteSystem();
    used = "used-" + SysId.next();
    ApiClient admin = ApiClient.admin(port);
    admin.post(SUBFLOWS + "inbound-flow-template-basic/copy", "{\"key\":\"" + used + "\"}");
    assertThat(admin.post(SUBFLOWS + used + "/publish", "").status()).isEqualTo(200);
    TableRecord event =
        setup.insert(
            "ih_sync_process_event",
            Map.of("definition", remote.get("definition"), "name", "Some Event"));
    setup.inboundFlow(event, remote, used);
  }

  /** {@code %v} is somebody else, {@code %g} a group, {@code %me} who calls. */
  static Stream<String> changesOfUsers() {
    return Stream.of(
        "POST /api/now/table/sys_user {\"user_name\":\"someone\",\"user_password\":\"a-new-password-1\"}",
        "PATCH /api/now/table/sys_user/%v {\"user_password\":\"a-new-password-1\"}",
        "PATCH /api/now/table/sys_user/%v {\"active\":\"false\"}",
        "PATCH /api/now/table/sys_user/%me {\"email\":\"x@y.z\"}",
        "DELETE /api/now/table/sys_user/%v",
        "POST /api/now/table/sys_user_has_role {\"user\":\"%me\",\"role\":\"%a\"}",
        "PATCH /api/now/table/sys_user_has_role/%h {\"role\":\"%a\"}",
        "DELETE /api/now/table/sys_user_has_role/%h",
        "POST /api/now/table/sys_user_role {\"name\":\"ours\"}",
        "POST /api/now/table/sys_user_group {\"name\":\"Ours\"}",
        "PATCH /api/now/table/sys_user_group/%g {\"description\":\"X\"}",
        "DELETE /api/now/table/sys_user_group/%g",
        "POST /api/now/table/sys_user_grmember {\"user\":\"%me\",\"group\":\"%g\"}");
  }

  @ParameterizedTest
  @MethodSource("changesOfUsers")
  void onlyAdministratorsChangeUsersAndGroups(String change) {
    for (String role : POWERLESS) {
      String call = filled(change, role);
      assertThat(page(role, call, token(role))).as(role).isIn(REFUSED);
      assertThat(program(role, call)).as(role).isIn(REFUSED);
    }
    assertThat(page("admin", filled(change, "admin"), "")).isEqualTo(403);
    assertThat(page("admin", filled(change, "admin"), token("sync"))).isEqualTo(403);
    whatIsThereIsAsItWas();
  }

  static Stream<String> changesOfSubflows() {
    return Stream.of("PUT %s/bpmn <a/>", "POST %s/deactivate {}", "DELETE %s", "DELETE %s/draft");
  }

  @ParameterizedTest
  @MethodSource("changesOfSubflows")
  void whatIsShippedStays(String change) {
    for (String role : List.of("admin", "sync", "itil", "plain", "external", "api")) {
      String call = change.replace("%s", SUBFLOWS + "inbound-flow-template-basic");
      assertThat(page(role, call, token(role))).as(role).isIn(REFUSED);
      assertThat(program(role, call)).as(role).isIn(REFUSED);
    }
    assertThat(
            client("admin").get(SUBFLOWS + "inbound-flow-template-basic").result().path("active"))
        .hasToString("true");
  }

  /** Of a shipped model there is nothing to publish, and it may be copied. */
  static Stream<String> workOnSubflows() {
    return Stream.concat(changesOfSubflows(), Stream.of("POST %s/publish {}", "POST %s/copy {}"));
  }

  @ParameterizedTest
  @MethodSource("workOnSubflows")
  void whatOthersMayNotDoWithASubflowTheirPagesMayNotEither(String change) {
    String call = change.replace("%s", SUBFLOWS + used);
    for (String role : List.of("itil", "plain", "external", "api")) {
      assertThat(page(role, call, token(role))).as(role).isIn(REFUSED);
      assertThat(program(role, call)).as(role).isIn(REFUSED);
    }
    assertThat(page("sync", call, "")).isEqualTo(403);
  }

  @Test
  void whatAFlowUsesIsNotDeactivatedByAPageEither() {
    for (String role : List.of("admin", "sync")) {
      assertThat(page(role, "POST " + SUBFLOWS + used + "/deactivate {}", token(role)))
          .as(role)
          .isEqualTo(409);
    }
  }

  @Test
  void anAdministratorsPageMayWithItsToken() {
    String description = "Changed by a page " + SysId.next();
    assertThat(
            page(
                "admin",
                "PATCH /api/now/table/sys_user_group/%s {\"description\":\"%s\"}"
                    .formatted(group.sysId(), description),
                token("admin")))
        .isEqualTo(200);
    group = records.get(SYSTEM, "sys_user_group", group.sysId());
    assertThat(group.get("description")).isEqualTo(description);
  }

  private void whatIsThereIsAsItWas() {
    assertThat(records.get(SYSTEM, "sys_user", victim.sysId())).isEqualTo(victim);
    assertThat(records.get(SYSTEM, "sys_user_group", group.sysId())).isEqualTo(group);
    assertThat(records.get(SYSTEM, "sys_user_has_role", granted.sysId())).isEqualTo(granted);
    users
        .values()
        .forEach(
            user -> {
              assertThat(records.get(SYSTEM, "sys_user", user.sysId())).isEqualTo(user);
              assertThat(
                      records.findBy(
                          SYSTEM,
                          "sys_user_has_role",
                          Map.of("user", user.sysId(), "role", adminRole)))
                  .isEmpty();
            });
    assertThat(records.findBy(SYSTEM, "sys_user", Map.of("user_name", "someone"))).isEmpty();
    assertThat(records.findBy(SYSTEM, "sys_user_group", Map.of("name", "Ours"))).isEmpty();
  }

  private int page(String role, String call, String token) {
    String[] parts = call.split(" ", 3);
    return browser(role)
        .call(parts[0], parts[1], parts.length == 3 ? parts[2] : "", token)
        .statusCode();
  }

  private int program(String role, String call) {
    String[] parts = call.split(" ", 3);
    return client(role)
        .send(
            parts[0],
            parts[1],
            parts.length == 3 ? parts[2] : "",
            "Content-Type",
            "application/json")
        .status();
  }

  private String filled(String change, String role) {
    String me = role.equals("admin") ? victim.sysId() : user(role).sysId();
    return change
        .replace("%me", me)
        .replace("%v", victim.sysId())
        .replace("%g", group.sysId())
        .replace("%h", granted.sysId())
        .replace("%a", adminRole);
  }

  private Browser browser(String role) {
    return browsers.computeIfAbsent(
        role,
        each -> {
          Browser browser = new Browser(port);
          ApiClient client = client(role);
          browser.logIn(client.userName(), client.password());
          return browser;
        });
  }

  /** A mere API user has no page. */
  private String token(String role) {
    return role.equals("api")
        ? ""
        : tokens.computeIfAbsent(role, each -> browser(each).tokenOf("/console"));
  }

  private ApiClient client(String role) {
    ApiClient admin = ApiClient.admin(port);
    return role.equals("admin") ? admin : admin.as(user(role).get("user_name"), SyncSetup.PASSWORD);
  }

  private TableRecord user(String role) {
    return Objects.requireNonNull(users.get(role));
  }
}
