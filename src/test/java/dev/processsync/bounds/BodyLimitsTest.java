package dev.processsync.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.InstanceTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How large the body of a request to an instance may be, by who sends it and where to. */
@InstanceTest
@ExtendWith(OutputCaptureExtension.class)
class BodyLimitsTest {

  private static final String MB_50 = "Content-Length: 50000000";

  @LocalServerPort int port;

  private ApiClient admin;

  @BeforeEach
  void setUp() {
    admin = ApiClient.admin(port);
  }

  @AfterEach
  void noErrorPageIsPutBehindAnAnswer(CapturedOutput log) {
    assertThat(log).doesNotContain("Exception Processing", "Access Denied");
  }

  private String answer(String method, String path, String... headers) throws IOException {
    try (RawRequest request = new RawRequest(port, method, path, headers)) {
      return request.send("x").answer();
    }
  }

  @Test
  void aLoginOf2MegabytesIsRefusedUnread() throws IOException {
    assertThat(
            answer(
                "POST",
                "/login",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 2000000"))
        .contains(" 413 ", "{\"error\":{", "\"status\":\"failure\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/logout",
        "/console/preferences/list.incident.columns",
        "/camunda/api/engine/engine/default/deployment/create"
      })
  void aStrangerSendsNothingLargeToAnyPage(String path) throws IOException {
    for (String type :
        new String[] {
          "application/x-www-form-urlencoded", "application/json", "multipart/form-data;boundary=b"
        }) {
      assertThat(answer("POST", path, "Content-Type: " + type, MB_50))
          .as(path + " " + type)
          .doesNotContain(" 200 ")
          .doesNotContain(" 500 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/process-sync/v1/messages",
        "/api/now/table/incident",
        "/engine-rest/deployment/create"
      })
  void aStrangerIsAskedForALoginBeforeAnythingIsRead(String path) throws IOException {
    assertThat(
            answer("POST", path, "Content-Type: application/json", "Expect: 100-continue", MB_50))
        .contains(" 401 ")
        .doesNotContain("100 Continue");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/now/table/incident, application/json",
    "POST, /api/process-sync/v1/subflows/inbound-flow-template-basic/copy, application/json",
    "PUT, /api/process-sync/v1/subflows/inbound-flow-template-basic/bpmn, application/xml",
    "POST, /engine-rest/deployment/create, multipart/form-data;boundary=b",
    "POST, /engine-rest/task, application/json",
  })
  void whoeverIsLoggedInIsBoundedByTheAddress(String method, String path, String type)
      throws IOException {
    String[] login = {"Authorization: " + admin.basic(), "Content-Type: " + type};

    assertThat(answer(method, path, login[0], login[1], MB_50))
        .contains(" 413 ", "{\"error\":{", "\"status\":\"failure\"");
    try (RawRequest chunked =
        new RawRequest(port, method, path, login[0], login[1], "Transfer-Encoding: chunked")) {
      chunk(chunked, beginning(type));
      for (int sent = 0; sent < 10; sent++) {
        chunk(chunked, "x".repeat(500_000));
      }
      assertThat(chunked.send("0\r\n\r\n").answer()).contains(" 413 ", "\"status\":\"failure\"");
    }
  }

  private static void chunk(RawRequest request, String text) throws IOException {
    request.send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
  }

  /** What makes whoever reads it want more. */
  private static String beginning(String type) {
    return switch (type) {
      case "application/json" -> "{\"name\":\"";
      case "application/xml" -> "<definitions><!--";
      default ->
          "--b\r\nContent-Disposition: form-data; name=\"a.bpmn\"; filename=\"a.bpmn\"\r\n\r\n";
    };
  }

  @Test
  void theWebServerReadsNoFormsOfOthersThanPost() throws IOException {
    assertThat(
            answer(
                "PATCH",
                "/api/now/table/incident/x",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 2000000"))
        .contains(" 401 ");
  }
}
