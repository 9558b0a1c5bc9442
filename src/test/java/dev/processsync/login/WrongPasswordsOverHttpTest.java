package dev.processsync.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.dictionary.SysId;
import dev.processsync.identity.FromAddress;
import dev.processsync.identity.FromAddress.Answer;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Guesses are slowed down, and keep nobody out but who guesses. */
@InstanceTest
class WrongPasswordsOverHttpTest {

  private static final String INCIDENTS = "/api/now/table/incident?sysparm_limit=1";
  private static final String PASSWORD = "long enough 1";

  @Autowired Records records;
  @Autowired IdentityService engine;
  @LocalServerPort int port;

  private final String login = "guessed." + SysId.next();
  private FromAddress here;
  private FromAddress stranger;

  @BeforeEach
  void user() {
    String user =
        records
            .insert(
                Actor.system(), "sys_user", Map.of("user_name", login, "user_password", PASSWORD))
            .sysId();
    String role =
        records.findBy(Actor.system(), "sys_user_role", Map.of("name", "itil")).get(0).sysId();
    records.insert(Actor.system(), "sys_user_has_role", Map.of("user", user, "role", role));
    here = new FromAddress("127.0.0.1", port);
    stranger = new FromAddress("127.0.0.66", port);
  }

  @Test
  void aStrangerIsAskedToWaitAndTheUserIsNot() {
    List<Integer> guesses = guesses(stranger, login, 15);
    Answer refused = stranger.get(INCIDENTS, login, "guess after guess");

    assertThat(guesses.subList(0, 10)).containsOnly(401);
    assertThat(guesses.subList(10, 15)).containsOnly(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 300);
    assertThat(refused.header("WWW-Authenticate")).isEmpty();
    assertThat(refused.text())
        .contains("{\"error\":{\"message\":\"Too Many Requests\"", "\"status\":\"failure\"}");
    assertThat(stranger.get(INCIDENTS, login, PASSWORD).status()).isEqualTo(429);
    assertThat(here.get(INCIDENTS, login, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void whoHasLoggedInFromAnAddressIsServedThereHoweverMuchIsGuessedThere() {
    assertThat(here.get(INCIDENTS, login, PASSWORD).status()).isEqualTo(200);

    assertThat(guesses(here, login, 25)).endsWith(429, 429);

    assertThat(here.get(INCIDENTS, login, PASSWORD).status()).isEqualTo(200);
    assertThat(guesses(here, login, 3)).containsOnly(429);
    assertThat(here.get(INCIDENTS, login, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void guessesAtTheEnginesDoorKeepNobodyOut() {
    for (int i = 0; i < 5; i++) {
      assertThat(engine.checkPassword(login, "guess " + i)).isFalse();
    }

    assertThat(engine.checkPassword(login, PASSWORD)).isTrue();
    assertThat(here.get(INCIDENTS, login, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void usersWhoAreUnknownOrInactiveAreAnsweredAlike() {
    String inactive = "inactive." + SysId.next();
    records.insert(
        Actor.system(),
        "sys_user",
        Map.of("user_name", inactive, "user_password", PASSWORD, "active", "false"));

    List<Integer> known = guesses(stranger, login, 12);

    assertThat(guesses(stranger, "unknown." + SysId.next(), 12)).isEqualTo(known);
    assertThat(guesses(stranger, inactive, 12)).isEqualTo(known);
  }

  @Test
  void aHundredGuessesAtOnceAreNotOne() throws Exception {
    List<Integer> answers =
        atOnce(40, i -> stranger.get(INCIDENTS, login, "at once " + i).status());

    assertThat(answers).containsOnly(401, 429);
    assertThat(answers.stream().filter(status -> status == 401).count()).isLessThanOrEqualTo(10);
  }

  @Test
  void aProgramMayBeginWithManyRequestsAtOnce() throws Exception {
    List<Integer> answers = atOnce(30, i -> here.get(INCIDENTS, login, PASSWORD).status());

    assertThat(answers).containsOnly(200);
  }

  @Test
  void thePageSaysHowLongToWait() {
    Browser browser = new Browser(port);
    for (int i = 0; i < WrongPasswords.FREE_TRIES; i++) {
      assertThat(browser.logIn(login, "wrong again")).endsWith("/login?error");
    }
    HttpResponse<String> page = browser.submitLogin(login, "wrong again");

    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body()).contains("Too many wrong passwords. Try again in", "Log in");
  }

  private static List<Integer> guesses(FromAddress from, String user, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> from.get(INCIDENTS, user, "guess number " + i).status())
        .toList();
  }

  private static List<Integer> atOnce(int count, IntFunction<Integer> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Callable<Integer>> calls =
          IntStream.range(0, count).mapToObj(i -> (Callable<Integer>) () -> call.apply(i)).toList();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }
}
