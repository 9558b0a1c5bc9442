package dev.processsync.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.ApiClient;
import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.RawHttp;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is wrong with a request, for whoever sends it: a refusal in words, in one form. */
@InstanceTest
class RefusedRequestsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PASSWORD = "long enough 1";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String AS_JSON = "Content-Type: application/json";
  private static final String BROWSER = "Accept: text/html,application/xhtml+xml";
  private static final String INCIDENTS = "/api/now/table/incident";
  private static final String LONG = "x".repeat(20_000);

  /** What tells of our insides: classes, SQL, frames of a stack, the server's make. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "dev\\.processsync|\\borg\\.|\\bjava\\.|\\bjakarta\\.|select |insert into|\\bat [a-z]+\\."
              + "|Exception:|Apache|Tomcat|Jersey",
          Pattern.CASE_INSENSITIVE);

  @Autowired Records records;
  @LocalServerPort int port;

  @BeforeEach
  void plainUser() {
    String name = "refused.plain";
    if (records.list(Actor.system(), "sys_user", query("user_name=" + name), 0, 1).isEmpty()) {
      records.insert(
          Actor.system(), "sys_user", Map.of("user_name", name, "user_password", PASSWORD));
    }
  }

  private static dev.processsync.query.Query query(String encoded) {
    return dev.processsync.query.Query.parse(encoded);
  }

  record Request(String method, String target, List<String> headers, byte[] body) {

    static Request of(String method, String target, String body, String... headers) {
      return new Request(method, target, List.of(headers), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      String brief = target.length() > 90 ? target.substring(0, 90) + "…" : target;
      String which =
          headers.stream().map(h -> h.length() > 60 ? h.substring(0, 60) + "…" : h).toList() + "";
      return method + " " + brief + " " + which + " " + Math.min(body.length, 99);
    }
  }

  static Stream<Request> requests() {
    List<Request> all = new ArrayList<>();
    List<String> bases =
        List.of(
            INCIDENTS,
            "/api/process-sync/v1/subflows",
            "/engine-rest/process-definition",
            "/camunda/api/engine/engine/default/process-definition");
    for (String base : bases) {
      all.add(Request.of("GET", base + "/no/such/address", ""));
      all.add(Request.of("GET", base + "/no/such/address", "", BROWSER));
      all.add(Request.of("GET", base, "", "Accept: application/xml"));
      all.add(Request.of("GET", base, "", "Accept: nonsense"));
      all.add(Request.of("GET", base + "?a=50%", ""));
      all.add(Request.of("GET", base + "?a=%C3%28", "", BROWSER));
      all.add(Request.of("GET", base + "?=x", ""));
      all.add(Request.of("GET", base + "?sysparm_query=a=1&sysparm_query=b=2", ""));
      all.add(Request.of("GET", base + "?" + "a=1&".repeat(1_500), ""));
      all.add(Request.of("GET", base + "?q=ü", ""));
      all.add(Request.of("GET", base + "/ü", ""));
      all.add(Request.of("GET", base + "/a%2Fb", ""));
      all.add(Request.of("GET", base + "/a%00b", ""));
      all.add(Request.of("GET", base + "/a%zzb", ""));
      all.add(Request.of("GET", base + "/%C3%28", ""));
      all.add(Request.of("GET", base + "/a;b=c", ""));
      all.add(Request.of("GET", base + "/a%5Cb", ""));
      all.add(Request.of("GET", base + "/a%25b", ""));
      all.add(Request.of("GET", base + "/../../../x", ""));
      all.add(Request.of("GET", "/" + base, ""));
      all.add(Request.of("GET", base.replace("/", "//"), "", BROWSER));
      all.add(Request.of("GET", base + "?q=" + LONG, ""));
      all.add(Request.of("GET", base, "", "X-Long: " + LONG));
      all.add(Request.of("GET", base, "", "X-Bad: a\u0000b"));
      all.add(Request.of("GET", base, "", "no colon here"));
      all.add(Request.of("GET", base, "", "Range: nonsense"));
      for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
        all.add(Request.of(method, base, "a=%", FORM));
        all.add(Request.of(method, base + "/x", "a=%", FORM));
        all.add(Request.of(method, base + "/x", "a=%C3%28&=&b", FORM));
        all.add(Request.of(method, base, "{", AS_JSON));
        all.add(Request.of(method, base + "/x", "[".repeat(5_000), AS_JSON));
        all.add(Request.of(method, base + "/x", "{}", "Content-Type: application/json;charset=x"));
        all.add(Request.of(method, base + "/x", "{}", "Content-Type: application/json; charset"));
        all.add(Request.of(method, base + "/x", "{}", "Content-Type: nonsense"));
        all.add(Request.of(method, base + "/x", "{}", "Content-Type: ;;;"));
        all.add(Request.of(method, base + "/x", "{}", "Content-Type: text/csv"));
        all.add(Request.of(method, base + "/x", "{}"));
        all.add(
            Request.of(method, base + "/x", "--b\r\nbroken", "Content-Type: multipart/form-data"));
        all.add(
            Request.of(
                method,
                base + "/x",
                "--b\r\nbroken",
                "Content-Type: multipart/form-data;boundary=b"));
        all.add(
            new Request(
                method, base + "/x", List.of(AS_JSON, "Content-Encoding: gzip"), zipped("{}")));
      }
      for (String method :
          List.of("HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X{")) {
        all.add(Request.of(method, base, ""));
        all.add(Request.of(method, base + "/no/such/address", ""));
      }
    }
    all.add(Request.of("GET", INCIDENTS + "?sysparm_query=" + likes(3_000), ""));
    all.add(Request.of("GET", INCIDENTS + "?sysparm_query=" + likes(6_000), ""));
    all.add(Request.of("PATCH", INCIDENTS + "/x", "{\"active\":1e400}", AS_JSON));
    all.add(Request.of("POST", INCIDENTS, "{\"a\":" + "9".repeat(2_000) + "}", AS_JSON));
    all.add(Request.of("POST", INCIDENTS, "{\"a\":\"\\ud800\"}", AS_JSON));
    all.add(Request.of("POST", "/engine-rest/deployment/create", "--b\r\n", multipart()));
    all.add(
        Request.of("POST", "/engine-rest/deployment/create", part("x.bpmn", "<a>"), multipart()));
    all.add(
        Request.of("POST", "/engine-rest/deployment/create", part("x.bpmn", "text"), multipart()));
    all.add(Request.of("GET", "/engine-rest/task?created=yesterday", ""));
    all.add(Request.of("GET", "/engine-rest/task?sortBy=x&sortOrder=asc", ""));
    all.add(Request.of("GET", "/engine-rest/task?maxResults=many", ""));
    all.add(Request.of("GET", "/engine-rest/process-instance/none", ""));
    all.add(Request.of("GET", "/engine-rest/engine/other/task", ""));
    all.add(Request.of("POST", "/engine-rest/message", "{\"messageName\":7}", AS_JSON));
    all.add(Request.of("POST", "/engine-rest/message", "{\"messageName\":\"none\"}", AS_JSON));
    all.add(Request.of("POST", "/engine-rest/task", "{\"x\":1}", AS_JSON));
    all.add(Request.of("POST", "/engine-rest/task", "[".repeat(20_000), AS_JSON));
    all.add(Request.of("POST", "/engine-rest/task", "{\"priority\":1e400}", AS_JSON));
    all.add(Request.of("POST", "/engine-rest/task", "{\"name\":\"\\u0000\"}", AS_JSON));
    all.add(
        Request.of(
            "POST",
            "/engine-rest/process-definition/key/none/start",
            "{\"variables\":3}",
            AS_JSON));
    all.add(
        Request.of(
            "POST",
            "/engine-rest/process-definition/key/outbound-flow-template-basic/start",
            "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Object\",\"valueInfo\":{"
                + "\"objectTypeName\":\"java.util.Nothing\",\"serializationDataFormat\":\"application/json\"}}}}",
            AS_JSON));
    all.add(Request.of("POST", "/engine-rest/user/create", "{\"profile\":{}}", AS_JSON));
    all.add(
        Request.of(
            "POST",
            "/engine-rest/user/create",
            "{\"profile\":{\"id\":\"r%x\"},\"credentials\":{\"password\":\"x\"}}",
            AS_JSON));
    all.add(
        Request.of(
            "POST",
            "/engine-rest/group/create",
            "{\"id\":\"refused-g\",\"name\":\"Hardware\",\"type\":\"WORKFLOW\"}",
            AS_JSON));
    all.add(Request.of("PUT", "/engine-rest/group/nobody/members/none", "", AS_JSON));
    all.add(Request.of("DELETE", "/engine-rest/user/nobody-at-all", ""));
    all.add(Request.of("DELETE", "/engine-rest/group/admin", ""));
    all.add(
        Request.of(
            "PUT", "/engine-rest/group/ih_process_sync/members/" + "x".repeat(300), "{}", AS_JSON));
    all.add(Request.of("POST", "/api/process-sync/v1/outbound-queue/skip", "", AS_JSON));
    all.add(
        Request.of("POST", "/api/process-sync/v1/outbound-queue/skip", "sysparm_query=a%", FORM));
    all.add(Request.of("POST", "/api/process-sync/v1/messages", "[1]", AS_JSON));
    all.add(Request.of("POST", "/api/process-sync/v1/messages", "[{\"sequence\":\"x\"}]", AS_JSON));
    all.add(Request.of("POST", "/api/process-sync/v1/subflows/x/copy", "{\"key\":{}}", AS_JSON));
    all.add(Request.of("POST", "/api/process-sync/v1/remote-systems/x/handshake", "3", AS_JSON));
    all.add(Request.of("GET", "/api/process-sync/v1/subflows/x/compare?from=1", ""));
    all.add(Request.of("GET", "/api", ""));
    all.add(Request.of("GET", "/api/", "", BROWSER));
    all.add(Request.of("GET", "/api/docs/none", "", BROWSER));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isRefusedInWordsWhoeverAsks(Request request) throws IOException {
    ApiClient nobody = ApiClient.admin(port);
    List<String> logins = List.of("", nobody.basic(), nobody.as("refused.plain", PASSWORD).basic());
    for (String login : logins) {
      List<String> headers = new ArrayList<>(request.headers());
      if (!login.isEmpty()) {
        headers.add("Authorization: " + login);
      }
      RawHttp.Answer answer =
          new RawHttp(port).send(request.method(), request.target(), headers, request.body());
      check(request, login.isEmpty() ? "nobody" : login, answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/default/process-instance/none",
        "/camunda/api/engine/engine/default/task?created=yesterday",
        "/camunda/api/engine/engine/none/task",
        "/camunda/api/engine/no/such/address",
        "/camunda/api/cockpit/plugin/none/x",
        "/camunda/api/none",
      })
  void theEnginesWebApplicationsAreRefusedInTheSameForm(String path) throws IOException {
    Browser browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);

    HttpResponse<String> answer = browser.getPage(path);

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    JsonNode body = JSON.readTree(answer.body());
    assertThat(body.path("type").asText()).isNotBlank();
    assertThat(body.path("message").asText()).isNotBlank();
    assertThat(body.path("error").path("detail").asText()).isNotBlank();
    assertThat(INSIDES.matcher(answer.body()).find()).as(answer.body()).isFalse();
  }

  private static void check(Request request, String who, RawHttp.Answer answer) throws IOException {
    String what = who + ": " + answer.head() + "\n\n" + answer.body();
    // 501 is right for a method that no server knows
    assertThat(answer.status())
        .as(what)
        .satisfiesAnyOf(
            status -> assertThat(status).isBetween(200, 499),
            status -> assertThat(status).isEqualTo(501));
    // The server itself refuses TRACE, with nothing but the status.
    boolean silent = List.of("HEAD", "TRACE").contains(request.method());
    if (answer.status() >= 400 && !silent) {
      assertThat(answer.header("Content-Type")).as(what).startsWith("application/json");
      JsonNode body = JSON.readTree(answer.body());
      assertThat(body.path("status").asText()).as(what).isEqualTo("failure");
      assertThat(body.path("error").path("message").asText()).as(what).isNotBlank();
      assertThat(body.path("error").path("detail").asText()).as(what).isNotBlank();
      assertThat(INSIDES.matcher(answer.body()).find()).as(what).isFalse();
    }
    assertThat(answer.head()).as(what).doesNotContain("Tomcat", "Server:");
  }

  private static String likes(int length) {
    StringBuilder query = new StringBuilder("numberLIKEx");
    while (query.length() < length) {
      query.append("^ORshort_descriptionLIKE").append("y".repeat(100));
    }
    return query.toString();
  }

  private static String multipart() {
    return "Content-Type: multipart/form-data; boundary=b";
  }

  private static String part(String file, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"%s\"\r\n\r\n%s\r\n--b--\r\n"
        .formatted(file, content);
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
