package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.identity.FromAddress.Answer;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who has not logged in costs the server nothing that lasts. */
@InstanceTest
class BeforeLoginTest {

  @LocalServerPort int port;

  private FromAddress anybody;

  @BeforeEach
  void anybody() {
    anybody = new FromAddress("127.0.0.1", port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/login", "/console/list/incident?sysparm_query=active=true", "/anything"})
  void noSessionIsMadeForAPage(String path) {
    Answer page = anybody.send("GET", path, "", "Accept: text/html");

    assertThat(page.status()).isIn(200, 302);
    assertThat(page.text()).doesNotContain("SESSION");
  }

  @Test
  void thePageThatWasAskedForComesAfterTheLogin() {
    Browser browser = new Browser(port);
    browser.getPage("/console/list/incident?sysparm_query=active=true%5Epriority=1");

    assertThat(browser.logIn("admin", InstanceTest.ADMIN_PASSWORD))
        .endsWith("/console/list/incident?sysparm_query=active=true%5Epriority=1");
    assertThat(browser.cookies())
        .extracting(HttpCookie::getName)
        .noneMatch(name -> name.startsWith("ASKED-PAGE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example/", "/\\evil.example", "https://evil.example/", "javascript:x"})
  void aForgedCookieLeadsNowhereElse(String place) {
    Browser browser = new Browser(port);
    browser.getPage("/console/list/incident");
    browser.cookies().stream()
        .filter(cookie -> cookie.getName().startsWith("ASKED-PAGE"))
        .forEach(
            cookie ->
                cookie.setValue(
                    Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(place.getBytes(StandardCharsets.UTF_8))));

    assertThat(browser.logIn("admin", InstanceTest.ADMIN_PASSWORD))
        .isEqualTo("http://localhost:" + port + "/");
  }

  @Test
  void aPageWithAVeryLongAddressIsForgotten() {
    Answer page =
        anybody.send("GET", "/console/list/incident?" + "x".repeat(5_000), "", "Accept: text/html");

    assertThat(page.status()).isEqualTo(302);
    assertThat(page.text()).doesNotContain("ASKED-PAGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/logout", "/anything"})
  void aFormOfAMegabyteIsRefusedUnread(String path) {
    Answer declared =
        anybody.sendAsIs(
            "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000\r\n\r\n"
                .formatted(path));
    Answer chunked =
        anybody.sendAsIs(
            "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
                .formatted(path));

    assertThat(declared.status()).isEqualTo(413);
    assertThat(declared.text()).contains("\"status\":\"failure\"");
    assertThat(chunked.status()).isEqualTo(411);
  }

  @Test
  void cookiesGoToNoOtherSite() {
    Browser browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);
    HttpResponse<String> answer =
        new Browser(port).submitLogin("admin", InstanceTest.ADMIN_PASSWORD);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("SESSION-"))
        .allMatch(cookie -> cookie.contains("SameSite=Lax") && cookie.contains("HttpOnly"));
  }
}
