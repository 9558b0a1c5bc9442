package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of Camunda's web applications, whose scripts run by a word that each answer renews. */
@InstanceTest
class WebApplicationPagesTest {

  private static final Pattern ALLOWED = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern WRITTEN = Pattern.compile("<script[^>]* nonce=\"([^\"]*)\"");

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void aPageIsNeverTheOneThatTheBrowserHasGotAlready(String application) {
    Browser browser = loggedIn();
    String path = path(application);

    HttpResponse<String> first = browser.getPage(path);
    for (HttpResponse<String> again :
        List.of(browser.getUnlessKnown(path, "any"), browser.getUnlessChanged(path))) {
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(again.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
      assertThat(again.headers().firstValue("ETag")).isEmpty();
      assertThat(again.headers().firstValue("Last-Modified")).isEmpty();
      assertThat(nonce(again)).isNotEqualTo(nonce(first));
      assertThat(scripts(again)).containsOnly(nonce(again));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void aPagesScriptsMayRunHoweverManyOthersAreAskedForMeanwhile(String application) {
    Browser browser = loggedIn();

    Stream.generate(() -> CompletableFuture.supplyAsync(() -> pages(browser, application)))
        .limit(6)
        .toList()
        .forEach(CompletableFuture::join);
  }

  private static boolean pages(Browser browser, String application) {
    for (int i = 0; i < 100; i++) {
      HttpResponse<String> page = browser.getPage(path(application));
      assertThat(scripts(page)).hasSizeGreaterThan(2).containsOnly(nonce(page));
    }
    return true;
  }

  private Browser loggedIn() {
    Browser browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);
    return browser;
  }

  private static String path(String application) {
    return "/camunda/app/" + application + "/default/";
  }

  private static String nonce(HttpResponse<String> page) {
    Matcher allowed =
        ALLOWED.matcher(page.headers().firstValue("Content-Security-Policy").orElse(""));
    assertThat(allowed.find()).isTrue();
    return allowed.group(1);
  }

  private static Stream<String> scripts(HttpResponse<String> page) {
    return WRITTEN.matcher(page.body()).results().map(found -> found.group(1));
  }
}
