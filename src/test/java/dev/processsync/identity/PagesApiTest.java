package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The API as the console's scripts use it: with the session and the token of their page. */
@InstanceTest
class PagesApiTest {

  private static final String INCIDENTS = "/api/now/table/incident";
  private static final String INCIDENT = "{\"short_description\":\"From a page\"}";

  @LocalServerPort int port;

  private Browser browser;

  @BeforeEach
  void logIn() {
    browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);
  }

  @Test
  void answersTheScriptsOfWhoeverIsLoggedIn() {
    HttpResponse<String> read = browser.call("GET", INCIDENTS + "?sysparm_limit=1", "", "");
    HttpResponse<String> written =
        browser.call("POST", INCIDENTS, INCIDENT, browser.tokenOf("/console"));

    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(written.statusCode()).isEqualTo(201);
    assertThat(written.body()).contains("From a page");
  }

  @Test
  void writesNothingForAPageOfSomebodyElse() {
    HttpResponse<String> withoutToken = browser.call("POST", INCIDENTS, INCIDENT, "");
    HttpResponse<String> wrongToken = browser.call("POST", INCIDENTS, INCIDENT, "a-guess");

    for (HttpResponse<String> refused : List.of(withoutToken, wrongToken)) {
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("The page is too old: load it again and repeat this");
    }
  }

  @Test
  void takesNoSessionFromAFormThatAnotherSiteMadeTheBrowserSend() {
    HttpResponse<String> answer = browser.submit(INCIDENTS, "short_description=forged");

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void tellsAScriptThatItsSessionEndedWithoutLettingTheBrowserAskForAPassword() {
    String token = browser.tokenOf("/console");
    browser.submit("/logout", "_csrf=" + token);

    HttpResponse<String> answer = browser.call("GET", INCIDENTS, "", token);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(answer.body()).contains("User Not Authenticated");
  }

  @Test
  void letsNothingRunInAPageButWhatThisInstanceServes() {
    HttpResponse<String> page = browser.get("/console");

    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains(
            "default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)[^>]*>\\s*[^<\\s{\\[]");
    assertThat(page.body()).doesNotContainPattern("\\son[a-z]+=\"");
  }

  @Test
  void keepsTheConsolesFilesForAYearAndItsPagesNotAtAll() {
    HttpResponse<String> page = browser.get("/console");
    String script =
        page.body().replaceAll("(?s).*src=\"(/console/assets/app-[^\"]+\\.js)\".*", "$1");

    assertThat(page.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
    assertThat(browser.get(script).headers().firstValue("Cache-Control"))
        .get()
        .asString()
        .contains("max-age=31536000");
  }
}
