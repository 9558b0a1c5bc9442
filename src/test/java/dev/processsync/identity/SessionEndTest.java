package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.dictionary.SysId;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session lasts as long as what it was opened with. */
@InstanceTest
class SessionEndTest {

  private static final Actor SYSTEM = Actor.system();
  private static final String PASSWORD = "long enough 1";
  private static final String COCKPIT = "/camunda/api/admin/auth/user/default";
  private static final String INCIDENTS = "/api/now/table/incident?sysparm_limit=1";

  @Autowired Records records;
  @Autowired IdentityService engine;
  @LocalServerPort int port;

  private final String login = "session." + SysId.next();
  private String user = "";
  private String grant = "";

  @BeforeEach
  void user() {
    user =
        records
            .insert(SYSTEM, "sys_user", Map.of("user_name", login, "user_password", PASSWORD))
            .sysId();
    grant = grant("admin");
  }

  @Test
  void endsWithThePasswordThatSomebodyElseChanged() {
    Browser browser = loggedIn();

    records.update(SYSTEM, "sys_user", user, Map.of("user_password", "another one 2"));

    hasEnded(browser);
  }

  @Test
  void endsWithThePasswordThatWasChangedInTheEngine() {
    Browser browser = loggedIn();

    User changed = engine.createUserQuery().userId(login).singleResult();
    changed.setPassword("another one 2");
    engine.saveUser(changed);

    hasEnded(browser);
  }

  @Test
  void goesOnWhereThePasswordWasChangedAndEndsElsewhere() {
    Browser own = loggedIn();
    Browser elsewhere = loggedIn();

    HttpResponse<String> changed =
        own.call(
            "PATCH",
            "/api/now/table/sys_user/" + user,
            "{\"user_password\":\"another one 2\"}",
            own.tokenOf("/console"));

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(own.get("/console").statusCode()).isEqualTo(200);
    assertThat(own.get(COCKPIT).statusCode()).isEqualTo(200);
    hasEnded(elsewhere);
  }

  @Test
  void endsWithTheLossOfARoleAndNotWithAnotherRole() {
    Browser browser = loggedIn();
    grant("itil");
    assertThat(browser.get("/console").statusCode()).isEqualTo(200);

    records.delete(SYSTEM, "sys_user_has_role", grant);

    hasEnded(browser);
  }

  @Test
  void endsWithTheUsersActivity() {
    Browser browser = loggedIn();

    records.update(SYSTEM, "sys_user", user, Map.of("active", "false"));
    assertThat(browser.get(COCKPIT).statusCode()).isEqualTo(403);
    records.update(SYSTEM, "sys_user", user, Map.of("active", "true"));

    hasEnded(browser);
  }

  @Test
  void goesOnWithAnotherName() {
    Browser browser = loggedIn();

    records.update(SYSTEM, "sys_user", user, Map.of("last_name", "Lee"));

    assertThat(browser.get("/console").statusCode()).isEqualTo(200);
  }

  private Browser loggedIn() {
    Browser browser = new Browser(port);
    browser.logIn(login, PASSWORD);
    assertThat(browser.get("/console").statusCode()).isEqualTo(200);
    assertThat(browser.get(COCKPIT).statusCode()).isEqualTo(200);
    return browser;
  }

  private static void hasEnded(Browser browser) {
    assertThat(browser.get(COCKPIT).statusCode()).isEqualTo(401);
    assertThat(browser.call("GET", INCIDENTS, "", "").statusCode()).isEqualTo(401);
    assertThat(browser.getPage("/console").headers().firstValue("Location").orElse(""))
        .endsWith("/login");
  }

  private String grant(String name) {
    String role = records.findBy(SYSTEM, "sys_user_role", Map.of("name", name)).get(0).sysId();
    return records.insert(SYSTEM, "sys_user_has_role", Map.of("user", user, "role", role)).sysId();
  }
}
