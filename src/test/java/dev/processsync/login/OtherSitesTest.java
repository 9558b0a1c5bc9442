package dev.processsync.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.InstanceTest;
import dev.processsync.identity.FromAddress;
import dev.processsync.identity.FromAddress.Answer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser adds remembered credentials to what any site's page makes it send. */
@InstanceTest
class OtherSitesTest {

  private static final String INCIDENTS = "/api/now/table/incident";

  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({
    "POST,   /api/now/table/incident,                text/plain,                        Sec-Fetch-Site: cross-site",
    "POST,   /api/now/table/incident,                application/json,                  Sec-Fetch-Site: same-site",
    "POST,   /api/now/table/incident,                application/json,                  Origin: https://evil.example",
    "POST,   /api/now/table/incident,                text/plain,                        Origin: null",
    "POST,   /api/now/table/incident,                text/plain,                        Origin: http://localhost:1",
    "POST,   /engine-rest/deployment/create,         multipart/form-data; boundary=x,   Sec-Fetch-Site: cross-site",
    "PUT,    /engine-rest/task/x/variables/y,        application/json,                  Origin: https://evil.example",
    "DELETE, /api/now/table/incident/x,              text/plain,                        Sec-Fetch-Site: cross-site",
    "PATCH,  /api/now/table/incident/x,              text/plain,                        Sec-Fetch-Site: cross-site",
    "POST,   /login,                                 application/x-www-form-urlencoded, Origin: https://evil.example",
  })
  void whatAnotherSitesPageSendsIsRefused(String method, String path, String type, String site) {
    Answer answer =
        send(method, path, "{\"short_description\":\"forged\"}", "Content-Type: " + type, site);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("Request of another site", "\"status\":\"failure\"");
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site: same-origin",
    "Sec-Fetch-Site: none",
    "X-Program: says nothing of a site",
  })
  void programsAndOwnPagesPass(String site) {
    assertThat(create(site).status()).isEqualTo(201);
  }

  @Test
  void ownPagesPassInBrowsersThatOnlySayTheOrigin() {
    assertThat(create("Origin: http://localhost:" + port).status()).isEqualTo(201);
    // As behind a proxy that speaks TLS to the world.
    assertThat(create("Origin: https://localhost:" + port).status()).isEqualTo(201);
  }

  @Test
  void readingIsNoOffence() {
    assertThat(
            send("GET", INCIDENTS + "?sysparm_limit=1", "", "Sec-Fetch-Site: cross-site").status())
        .isEqualTo(200);
  }

  private Answer create(String site) {
    return send(
        "POST",
        INCIDENTS,
        "{\"short_description\":\"Of an own page\"}",
        "Content-Type: application/json",
        site);
  }

  private Answer send(String method, String path, String body, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] =
        "Authorization: " + FromAddress.basic("admin", InstanceTest.ADMIN_PASSWORD);
    return new FromAddress("127.0.0.1", port).send(method, path, body, all);
  }
}
