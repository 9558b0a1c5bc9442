package dev.processsync.connection;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

class RemoteClientTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

  @RegisterExtension
  static final WireMockExtension other =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().dynamicHttpsPort())
          .build();

  private final RemoteClient client = client(true);

  @Test
  void postsJsonWithBasicAuthenticationBelowTheConnectionUrl() {
    answer(aResponse().withStatus(200).withBody("{\"ok\":\"ü\"}"));

    RemoteAnswer answer = client.post(endpoint("/rps/"), "api/process-sync/v1/messages", "[1]");

    assertThat(answer).isEqualTo(new RemoteAnswer.Answered(200, "{\"ok\":\"ü\"}", Duration.ZERO));
    other.verify(
        postRequestedFor(urlEqualTo("/rps/api/process-sync/v1/messages"))
            .withBasicAuth(new BasicCredentials("rps.api", "top secret"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(equalToJson("[1]")));
  }

  @Test
  void handsOverRefusalsAsTheyAre() {
    answer(aResponse().withStatus(401).withBody("no"));

    assertThat(call()).isEqualTo(new RemoteAnswer.Answered(401, "no", Duration.ZERO));
  }

  @Test
  void readsHowLongTheOtherSideAsksToWait() {
    answer(aResponse().withStatus(503).withHeader("Retry-After", "120"));
    assertThat(call()).isEqualTo(new RemoteAnswer.Answered(503, "", Duration.ofMinutes(2)));

    answer(aResponse().withStatus(503).withHeader("Retry-After", "Mon, 02 Mar 2026 12:00:30 GMT"));
    assertThat(call()).isEqualTo(new RemoteAnswer.Answered(503, "", Duration.ofSeconds(30)));

    answer(aResponse().withStatus(503).withHeader("Retry-After", "soon"));
    assertThat(call()).isEqualTo(new RemoteAnswer.Answered(503, "", Duration.ZERO));
  }

  @Test
  void tellsOfARedirectInsteadOfCarryingThePasswordThere() {
    answer(temporaryRedirect("http://elsewhere.example.com/"));

    assertThat(call()).isEqualTo(new RemoteAnswer.Redirected(302, "http://elsewhere.example.com/"));
    other.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void waitsNoLongerThanItMay() {
    answer(aResponse().withFixedDelay(3_000));
    assertUnreachable(call(), "did not answer within 1 s");

    answer(aResponse().withBody("drop by drop").withChunkedDribbleDelay(6, 6_000));
    assertUnreachable(call(), "did not answer within 1 s");
  }

  @Test
  void readsNoMoreThanItMay() {
    answer(aResponse().withBody("x".repeat(3_000)));

    assertUnreachable(call(), "more than 2048 bytes");
  }

  @Test
  void tellsABrokenConnection() {
    answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    assertUnreachable(call(), "broke the connection");
  }

  @Test
  void tellsARefusedConnection() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertUnreachable(call("http://localhost:" + free + "/"), "refused the connection");
  }

  @Test
  void tellsAnUnknownHost() {
    assertUnreachable(call("http://no-such-host.invalid/"), "'no-such-host.invalid' is unknown");
  }

  @Test
  void trustsNoCertificateOfAStranger() {
    assertUnreachable(
        call("https://localhost:" + other.getHttpsPort() + "/"), "check its certificate");
  }

  @Test
  void asksForHttpsAtEachCall() {
    assertThatThrownBy(() -> client(false).post(endpoint("/"), "x", "{}"))
        .isInstanceOf(ConnectionProblem.class)
        .hasMessageContaining("process-sync.allow-http=true");
  }

  @Test
  void neverShowsThePassword() {
    assertThat(endpoint("/").toString()).doesNotContain("top secret");
  }

  private static RemoteClient client(boolean allowHttp) {
    return new JdkRemoteClient(
        new ConnectionSettings(
            Duration.ofSeconds(1), Duration.ofSeconds(1), DataSize.ofBytes(2_048)),
        new UrlRule(allowHttp),
        NOON,
        () -> "");
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    other.stubFor(post(anyUrl()).willReturn(answer));
  }

  private RemoteAnswer call() {
    return client.post(endpoint("/"), "x", "{}");
  }

  private RemoteAnswer call(String base) {
    return client.post(
        new Endpoint("Vendor", URI.create(base), "rps.api", "top secret"), "x", "{}");
  }

  private static Endpoint endpoint(String path) {
    return new Endpoint(
        "Vendor",
        URI.create("http://localhost:" + other.getPort() + path),
        "rps.api",
        "top secret");
  }

  private static void assertUnreachable(RemoteAnswer answer, String reason) {
    assertThat(answer).isInstanceOf(RemoteAnswer.Unreachable.class);
    assertThat(answer.toString()).contains(reason).doesNotContain("top secret");
  }
}
