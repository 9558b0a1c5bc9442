package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.record.Records;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever may ask whether a password is right guesses no faster than at the login. */
@InstanceTest
class PasswordDoorsTest {

  private static final String RIGHT = SyncSetup.PASSWORD;
  private static final String SUBFLOWS = "/api/process-sync/v1/subflows";
  private static final String NEW = "a-new-password-1";

  @Autowired Records records;
  @LocalServerPort int port;

  private SyncSetup setup;
  private String asking = "";
  private String login = "";

  @BeforeEach
  void whoAsksAndWhoseItIs() {
    setup = new SyncSetup(records);
    asking = setup.user("asking", "ih_process_sync").get("user_name");
    login = setup.user("guessed", "ih_process_sync").get("user_name");
  }

  enum Door {
    PROGRAM_VERIFIES,
    PAGE_VERIFIES,
    PROGRAM_CHANGES_THE_OWN_PASSWORD,
    ADMIN_PAGE_CHANGES_THE_OWN_PASSWORD
  }

  private record Said(int status, String retryAfter, String body) {}

  @ParameterizedTest
  @EnumSource
  void guessesAreCountedAtEveryDoor(Door door) {
    Browser browser = page(door);

    List<Integer> guesses = guesses(door, browser, 13);
    Said refused = at(door, browser, "guess after guess");

    assertThat(guesses.subList(0, 10)).containsOnly(no(door));
    assertThat(guesses.subList(10, 13)).containsOnly(429);
    assertThat(Integer.parseInt(refused.retryAfter())).isBetween(1, 300);
    assertThat(refused.body())
        .contains("\"message\":\"Too Many Requests\"", "\"status\":\"failure\"", "try again in");
    assertThat(at(door, browser, RIGHT).status()).isEqualTo(429);
  }

  @ParameterizedTest
  @EnumSource
  void theRightPasswordIsRightAtEveryDoor(Door door) {
    Browser browser = page(door);

    assertThat(at(door, browser, "wrong once").status()).isEqualTo(no(door));
    Said right = at(door, browser, RIGHT);

    assertThat(right.status()).isIn(200, 204);
    if (right.status() == 200) {
      assertThat(right.body()).contains("\"authenticated\":true");
    }
  }

  @Test
  void guessesAtOneDoorCountAtTheOthers() {
    guesses(Door.PROGRAM_VERIFIES, new Browser(port), 10);

    assertThat(client(login).get(SUBFLOWS).status()).isEqualTo(429);
    assertThat(client(asking).get(SUBFLOWS).status()).isEqualTo(200);
    FromAddress elsewhere = new FromAddress("127.0.0.77", port);
    assertThat(elsewhere.get(SUBFLOWS, login, RIGHT).status()).isEqualTo(200);
  }

  @Test
  void whoMayReadNobodyStillChangesTheOwnPassword() {
    login = setup.user("plain").get("user_name");
    Browser browser = page(Door.ADMIN_PAGE_CHANGES_THE_OWN_PASSWORD);

    assertThat(at(Door.ADMIN_PAGE_CHANGES_THE_OWN_PASSWORD, browser, RIGHT).status())
        .isEqualTo(204);
  }

  @Test
  void theLoginOfTheWebApplicationsIsNoDoor() {
    Browser browser = page(Door.PAGE_VERIFIES);
    HttpResponse<String> answer =
        browser.submit(
            "/camunda/api/admin/auth/user/default/login/admin",
            "username=%s&password=%s".formatted(login, "guess"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private List<Integer> guesses(Door door, Browser browser, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> at(door, browser, "guess number " + i).status())
        .toList();
  }

  private Browser page(Door door) {
    Browser browser = new Browser(port);
    if (door == Door.PAGE_VERIFIES) {
      browser.logIn(asking, SyncSetup.PASSWORD);
    } else if (door == Door.ADMIN_PAGE_CHANGES_THE_OWN_PASSWORD) {
      browser.logIn(login, SyncSetup.PASSWORD);
    }
    browser.get("/camunda/app/tasklist/default/");
    return browser;
  }

  private Said at(Door door, Browser browser, String password) {
    String verify = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(login, password);
    String change =
        "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}".formatted(NEW, password);
    String own = "/user/" + login.replace(" ", "%20") + "/credentials";
    return switch (door) {
      case PROGRAM_VERIFIES -> said(client(asking).post("/engine-rest/identity/verify", verify));
      case PAGE_VERIFIES ->
          said(
              browser.callEngine(
                  "POST", "/camunda/api/engine/engine/default/identity/verify", verify));
      case PROGRAM_CHANGES_THE_OWN_PASSWORD ->
          said(
              client(login)
                  .send("PUT", "/engine-rest" + own, change, "Content-Type", "application/json"));
      case ADMIN_PAGE_CHANGES_THE_OWN_PASSWORD ->
          said(browser.callEngine("PUT", "/camunda/api/engine/engine/default" + own, change));
    };
  }

  /** What the engine answers to a wrong password. */
  private static int no(Door door) {
    return switch (door) {
      case PROGRAM_VERIFIES, PAGE_VERIFIES -> 200;
      case PROGRAM_CHANGES_THE_OWN_PASSWORD, ADMIN_PAGE_CHANGES_THE_OWN_PASSWORD -> 400;
    };
  }

  private ApiClient client(String user) {
    return ApiClient.admin(port).as(user, SyncSetup.PASSWORD);
  }

  private static Said said(ApiClient.Answer answer) {
    return said(answer.response());
  }

  private static Said said(HttpResponse<String> answer) {
    return new Said(
        answer.statusCode(), answer.headers().firstValue("Retry-After").orElse(""), answer.body());
  }
}
