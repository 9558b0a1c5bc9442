package dev.processsync.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.RawHttp;
import dev.processsync.RawHttp.Answer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A parameter that can't be read, or is given twice, is never passed over. */
@InstanceTest
class LostParametersTest {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String SKIP = "/api/process-sync/v1/outbound-queue/skip";

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/now/table/incident?sysparm_query=short_descriptionLIKE50%",
        "/api/now/table/incident?sysparm_query=short_descriptionLIKE50%25%2",
        "/api/now/table/incident?sysparm_query=short_descriptionLIKE%zz",
        "/api/now/table/incident?sysparm_query=short_descriptionLIKE%C3",
        "/api/now/table/incident?sysparm_query=short_descriptionLIKE%ff%fe",
        "/api/now/table/incident?sysparm_query=short_descriptionLIKE%ED%A0%80",
        "/api/now/table/incident?sysparm_query=active=true&sysparm_query=active=false",
        "/api/now/table/incident?sysparm_query=active=true&SYSPARM_QUERY=active=false",
        "/api/now/v2/table/incident?sysparm_query=a%",
        "/engine-rest/task?sysparm_query=a%",
        "/camunda/api/engine/engine/default/task?sysparm_query=a%",
        "/console/list/incident?sysparm_query=short_descriptionLIKE50%",
        "/console/list/incident?sysparm_query=active=true&sysparm_query=active=false",
        "/console/list/incident/part?sysparm_query=short_descriptionLIKE50%",
        "/console/list/incident.csv?sysparm_query=short_descriptionLIKE50%",
        "/login?sysparm_query=%",
      })
  void namesTheParameterThatWouldVanishAndSaysHowToWriteIt(String target) {
    Answer answer = get(target);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).containsIgnoringCase("parameter sysparm_query").contains("%25");
  }

  @Test
  void aLimitThatCanNotBeReadIsNotTheHighest() {
    Answer answer = get("/api/now/table/incident?sysparm_limit=5%");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("sysparm_limit");
  }

  @Test
  void aParameterWithoutANameAndTooManyAreRefused() {
    assertThat(get("/api/now/table/incident?=active=true").status()).isEqualTo(400);
    assertThat(get("/api/now/table/incident?" + "&a=1".repeat(1_001)).body()).contains("1000");
    assertThat(get("/api/now/table/incident?&&sysparm_limit=1&").status()).isEqualTo(200);
  }

  @Test
  void whatIsWrittenRightCounts() {
    String query = "short_descriptionLIKE%s^ORshort_description=%s";
    Answer answer =
        get(
            "/api/now/table/incident?sysparm_limit=1&sysparm_query="
                + query.formatted("50%25+%26%C3%BC", "a%2Bb"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Link")).contains("50%25%20%26%C3%BC", "a%2Bb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SKIP + "?sysparm_query=status=error^error_infoLIKEA&B",
        SKIP + "?sysparm_query=status=error&sysparm_limit=5",
        "/api/process-sync/v1/inbound-queue/set-ready?sysparm_query=status=error&state=2",
        "/api/process-sync/v1/purge?sysparm_query=status=error",
      })
  void whatActsOnManyRecordsTakesNoParameterThatItDoesNotKnow(String target) {
    Answer answer = send("POST", target, "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("There is no parameter", "%26");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/list/incident.csv?sysparm_query=short_descriptionLIKEA&B",
        "/console/list/incident?sysparm_query=short_descriptionLIKEA&B",
        "/console/list/incident/part?sysparm_query=short_descriptionLIKEA&B",
      })
  void neitherDoListsOfTheConsoleAndTheirFiles(String target) {
    Browser browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);

    HttpResponse<String> answer = browser.getPage(target);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("<html", "There is no parameter", "%26");
  }

  @Test
  void peopleSeeAPageThatNamesTheParameter() {
    Answer answer =
        new RawHttp(port)
            .send(
                "GET",
                "/console/list/incident?sysparm_query=numberLIKE50%",
                List.of("Accept: text/html"),
                new byte[0]);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("<html", "parameter sysparm_query", "%25");
  }

  @Test
  void aFormsBodyIsReadAsStrictly() {
    assertThat(send("POST", SKIP, "sysparm_query=status=error^error_infoLIKE50%").body())
        .contains("parameter sysparm_query", "%25");
    assertThat(send("POST", SKIP, "sysparm_query=status%3Derror%5Esys_id%3Dnone").status())
        .isEqualTo(200);
    assertThat(send("POST", SKIP + "?sysparm_query=status=error", "sysparm_query=sys_id=x").body())
        .contains("more than once");
    assertThat(send("POST", SKIP, "sysparm_query=status=error&B").body())
        .contains("There is no parameter");
    assertThat(send("POST", SKIP, "sysparm_query=" + "x".repeat(70_000)).status()).isEqualTo(413);
    assertThat(send("POST", "/login", "username=admin&password=%").status()).isEqualTo(400);
  }

  private Answer get(String target) {
    return new RawHttp(port).send("GET", target, List.of(login()), new byte[0]);
  }

  private Answer send(String method, String target, String form) {
    return new RawHttp(port)
        .send(method, target, List.of(login(), FORM), form.getBytes(StandardCharsets.UTF_8));
  }

  private String login() {
    return "Authorization: " + ApiClient.admin(port).basic();
  }
}
