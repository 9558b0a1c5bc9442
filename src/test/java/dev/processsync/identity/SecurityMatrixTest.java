package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets how far, over real HTTP. */
@InstanceTest
class SecurityMatrixTest {

  private static final String PASSWORD = "long enough 1";

  @Autowired Records records;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void users() {
    user("matrix.api", Role.PROCESS_SYNC_API);
    user("matrix.sync", Role.PROCESS_SYNC);
    user("matrix.external", Role.EXTERNAL);
    user("matrix.plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/now/table/incident",
        "/api/process-sync/v1/subflows",
        "/api/docs",
        "/engine-rest/engine",
        "/engine-rest/process-definition",
        "/api/anything"
      })
  void asksProgramsForBasicAuthentication(String path) throws Exception {
    HttpResponse<String> answer = get(path, null);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().contains("Basic");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":{\"message\":\"User Not Authenticated\","
                + "\"detail\":\"Required to provide Auth information\"},\"status\":\"failure\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/camunda/app/cockpit/default/", "/anything", "/h2-console"})
  void sendsPeopleToTheLoginPage(String path) throws Exception {
    HttpResponse<String> answer = get(path, null);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
  }

  @Test
  void refusesTheWebApplicationsApiWithoutALogin() throws Exception {
    assertThat(get("/camunda/api/engine/engine/default/user", null).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/login"
      })
  void leavesHealthAndTheLoginPageOpen(String path) throws Exception {
    assertThat(get(path, null).statusCode()).isEqualTo(200);
  }

  @Test
  void leavesNothingElseOfTheActuatorOpen() throws Exception {
    assertThat(get("/actuator", null).statusCode()).isEqualTo(403);
    assertThat(get("/actuator/env", "admin").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "admin,           /engine-rest/process-definition,  200",
    "admin,           /engine-rest/user,                200",
    "admin,           /api/elsewhere,                   403",
    "matrix.sync,     /engine-rest/process-definition,  200",
    "matrix.plain,    /engine-rest/process-definition,  403",
    "matrix.plain,    /api/process-sync/v1/subflows,    403",
    "matrix.external, /engine-rest/process-definition,  403",
    "matrix.external, /api/docs,                        403",
    "matrix.api,      /api/now/table/incident,          403",
    "matrix.api,      /api/now/v2/table/incident,       403",
    "matrix.api,      /engine-rest/process-definition,  403",
    "matrix.api,      /engine-rest/engine,              403",
    "matrix.api,      /api/process-sync/v1/subflows,    403",
    "matrix.api,      /api/docs,                        403",
  })
  void letsEachUserAsFarAsTheRolesSay(String login, String path, int status) throws Exception {
    HttpResponse<String> answer = get(path, login);

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.body()).contains("\"message\":\"User Not Authorized\"");
    }
  }

  @Test
  void letsOnlyApiUsersSendMessagesAndAskAboutThem() throws Exception {
    for (String path : List.of("/api/process-sync/v1/messages", "/api/process-sync/v1/receipts")) {
      assertThat(post(path, "matrix.api")).isNotIn(401, 403);
      assertThat(post(path, "matrix.plain")).isEqualTo(403);
      assertThat(post(path, "matrix.sync")).isEqualTo(403);
      assertThat(post(path, "matrix.external")).isEqualTo(403);
    }
    assertThat(post("/api/process-sync/v1/remote-systems/x/handshake", "matrix.plain"))
        .isEqualTo(403);
  }

  @Test
  void tellsNothingAboutWhichPartOfALoginWasWrong() throws Exception {
    HttpResponse<String> unknown = get("/api/now/table/incident", "nobody.here");
    HttpResponse<String> wrong =
        send(request("/api/now/table/incident"), basic("matrix.external", "wrong password"));

    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
  }

  @Test
  void showsTheEngineToACallerAsFarAsTheEngineAllows() throws Exception {
    assertThat(get("/engine-rest/user", "admin").body()).contains("\"id\":\"admin\"");
    assertThat(get("/engine-rest/user", "matrix.sync").body())
        .contains("\"id\":\"matrix.sync\"")
        .doesNotContain("\"id\":\"admin\"");
  }

  @Test
  void signsAPersonOnToTheWebApplicationsWithOneLogin() {
    Browser browser = new Browser(port);
    assertThat(browser.logIn("admin", InstanceTest.ADMIN_PASSWORD)).endsWith("/");

    HttpResponse<String> user = browser.get("/camunda/api/admin/auth/user/default");

    assertThat(user.statusCode()).isEqualTo(200);
    assertThat(user.body()).contains("\"userId\":\"admin\"").contains("cockpit", "tasklist");
    for (String application : new String[] {"cockpit", "tasklist", "admin", "welcome"}) {
      HttpResponse<String> page = browser.get("/camunda/app/" + application + "/default/");
      assertThat(page.statusCode()).as(application).isEqualTo(200);
    }
    assertThat(browser.get("/camunda/api/engine/engine/default/process-definition").statusCode())
        .isEqualTo(200);
  }

  @Test
  void endsTheSessionWhenCockpitLogsOut() {
    Browser browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);

    browser.submit("/camunda/api/admin/auth/user/default/logout", "");

    assertThat(browser.get("/camunda/api/admin/auth/user/default").statusCode()).isEqualTo(401);
  }

  @Test
  void keepsApiUsersAndExternalUsersOutOfTheWebApplications() {
    for (String login : new String[] {"matrix.api", "matrix.external"}) {
      Browser browser = new Browser(port);
      browser.logIn(login, PASSWORD);
      HttpResponse<String> page = browser.get("/camunda/app/cockpit/default/");
      assertThat(page.statusCode()).as(login).isEqualTo(403);
    }
  }

  @Test
  void refusesASecondLoginThroughCockpitsOwnDoor() {
    Browser browser = new Browser(port);
    browser.logIn("matrix.plain", PASSWORD);
    HttpResponse<String> answer =
        browser.submit(
            "/camunda/api/admin/auth/user/default/login/cockpit",
            "username=admin&password=" + InstanceTest.ADMIN_PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void endsARunningSessionWhenTheUserIsDeactivated() throws Exception {
    String id = user("matrix.leaver");
    Browser browser = new Browser(port);
    browser.logIn("matrix.leaver", PASSWORD);
    String page = "/camunda/app/tasklist/default/";
    assertThat(browser.get(page).statusCode()).isEqualTo(200);

    records.update(Actor.system(), "sys_user", id, Map.of("active", "false"));

    assertThat(browser.get(page).statusCode()).isEqualTo(403);
    assertThat(get("/api/now/table/incident", "matrix.leaver").statusCode()).isEqualTo(401);
  }

  private String user(String login, String... roles) {
    var known = records.findBy(Actor.system(), "sys_user", Map.of("user_name", login));
    if (!known.isEmpty()) {
      return known.get(0).sysId();
    }
    String id =
        records
            .insert(
                Actor.system(), "sys_user", Map.of("user_name", login, "user_password", PASSWORD))
            .sysId();
    for (String role : roles) {
      records.insert(Actor.system(), "sys_user_has_role", Map.of("user", id, "role", role));
    }
    return id;
  }

  private HttpResponse<String> get(String path, @Nullable String login)
      throws IOException, InterruptedException {
    if (login == null) {
      return http.send(request(path).build(), BodyHandlers.ofString());
    }
    String password = login.equals("admin") ? InstanceTest.ADMIN_PASSWORD : PASSWORD;
    return send(request(path), basic(login, password));
  }

  private int post(String path, String login) throws IOException, InterruptedException {
    return send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[]")),
            basic(login, PASSWORD))
        .statusCode();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String authorization)
      throws IOException, InterruptedException {
    return http.send(
        request.header("Authorization", authorization).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static String basic(String login, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
