package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.InstanceTest;
import dev.processsync.StartedInstance;
import dev.processsync.dictionary.SysId;
import dev.processsync.identity.FromAddress.Answer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy says is believed if it is one of ours. */
class BehindProxyTest {

  private static final String[] FORWARDED = {
    "X-Forwarded-Proto: https",
    "X-Forwarded-Host: sync.example.com",
    "X-Forwarded-Port: 443",
    "X-Forwarded-For: 192.0.2.1",
    "Forwarded: for=192.0.2.1;proto=https;host=sync.example.com"
  };

  private static StartedInstance instance;
  private static FromAddress proxy;
  private static FromAddress somebody;

  @BeforeAll
  static void start() {
    instance = instance("--process-sync.trusted-proxies=127.0.0.3, ::1");
    int port = URI.create(instance.admin().url()).getPort();
    proxy = new FromAddress("127.0.0.3", port);
    somebody = new FromAddress("127.0.0.4", port);
  }

  @AfterAll
  static void stop() {
    instance.close();
  }

  @Test
  void redirectsLeadToTheProxysAddress() {
    Answer answer = proxy.send("GET", "/console", "", FORWARDED);

    assertThat(answer.header("Location")).isEqualTo("https://sync.example.com/login");
    assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
    assertThat(answer.text())
        .contains("ASKED-PAGE")
        .containsPattern("Set-Cookie: ASKED-PAGE[^\r]*Secure");
  }

  @Test
  void createdRecordsAreFoundAtTheProxysAddress() {
    Answer answer =
        proxy.send("POST", "/api/now/table/incident", "{\"short_description\":\"x\"}", asAdmin());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location"))
        .startsWith("https://sync.example.com/api/now/table/incident/");
    assertThat(answer.header("Strict-Transport-Security")).isNotEmpty();
  }

  @Test
  void everyCookieIsForTlsAlone() {
    Answer page = proxy.send("GET", "/login", "", FORWARDED);
    Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.text());
    assertThat(token.find()).isTrue();
    String form =
        "username=admin&password=" + InstanceTest.ADMIN_PASSWORD + "&_csrf=" + token.group(1);
    Answer login =
        proxy.send(
            "POST",
            "/login",
            form,
            with("Content-Type: application/x-www-form-urlencoded", "Cookie: " + cookie(page)));
    Answer cockpit =
        proxy.send(
            "GET",
            "/camunda/app/cockpit/default/",
            "",
            with("Cookie: " + cookie(login, "SESSION")));

    assertThat(cockpit.text()).contains("XSRF-TOKEN");
    for (Answer answer : List.of(page, login, cockpit)) {
      assertThat(answer.text().lines().filter(line -> line.startsWith("Set-Cookie:")))
          .isNotEmpty()
          .allMatch(line -> line.contains("Secure"));
    }
  }

  @Test
  void whoIsNoProxyCanSayWhatHeLikes() {
    Answer answer = somebody.send("GET", "/console", "", FORWARDED);

    assertThat(answer.header("Location")).startsWith("http://localhost:").endsWith("/login");
    assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    assertThat(answer.text()).doesNotContain("Secure");
  }

  @Test
  void wrongPasswordsAreCountedForTheAddressThatTheProxySaw() {
    for (int i = 0; i < 10; i++) {
      // What stands further left the caller has written himself.
      String forwarded = "X-Forwarded-For: 192.0.2.%d, 198.51.100.7".formatted(i);
      assertThat(proxy.get("/api/docs", "some.user", "guess " + i, forwarded).status())
          .isEqualTo(401);
    }

    assertThat(
            proxy
                .get("/api/docs", "some.user", "guess", "X-Forwarded-For: 192.0.2.99, 198.51.100.7")
                .status())
        .isEqualTo(429);
    assertThat(
            proxy.get("/api/docs", "some.user", "guess", "X-Forwarded-For: 198.51.100.8").status())
        .isEqualTo(401);
  }

  @Test
  void whoIsNoProxyHasOneAddress() {
    for (int i = 0; i < 10; i++) {
      somebody.get("/api/docs", "a.user", "guess " + i, "X-Forwarded-For: 192.0.2." + i);
    }

    assertThat(somebody.get("/api/docs", "a.user", "guess", "X-Forwarded-For: 192.0.2.99").status())
        .isEqualTo(429);
  }

  @Test
  void nobodyIsBelievedUnlessSaidSo() {
    try (StartedInstance plain = instance()) {
      FromAddress here = new FromAddress("127.0.0.1", URI.create(plain.admin().url()).getPort());

      Answer answer = here.send("GET", "/console", "", FORWARDED);

      assertThat(answer.header("Location")).startsWith("http://localhost:");
      assertThat(answer.text()).doesNotContain("sync.example.com", "Secure");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.com", "10.0.0.300", "10.0.0.1;10.0.0.2", "*"})
  void whatIsNoAddressStopsTheStart(String proxies) {
    assertThatThrownBy(() -> instance("--process-sync.trusted-proxies=" + proxies))
        .hasMessageContaining("process-sync.trusted-proxies has '")
        .hasMessageContaining("127.0.0.1");
  }

  private static String[] asAdmin() {
    return with("Authorization: " + instance.admin().basic(), "Content-Type: application/json");
  }

  private static String[] with(String... headers) {
    String[] all = Arrays.copyOf(FORWARDED, FORWARDED.length + headers.length);
    System.arraycopy(headers, 0, all, FORWARDED.length, headers.length);
    return all;
  }

  private static String cookie(Answer answer) {
    return cookie(answer, "");
  }

  private static String cookie(Answer answer, String beginning) {
    return answer
        .text()
        .lines()
        .filter(line -> line.startsWith("Set-Cookie: " + beginning))
        .map(line -> line.substring("Set-Cookie: ".length()).split(";", 2)[0])
        .findFirst()
        .orElseThrow();
  }

  private static StartedInstance instance(String... settings) {
    String[] all = Arrays.copyOf(settings, settings.length + 2);
    all[settings.length + 1] = "--camunda.bpm.process-engine-name=proxied-" + SysId.next();
    all[settings.length] =
        "--spring.datasource.url=jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
    return StartedInstance.with(all);
  }
}
