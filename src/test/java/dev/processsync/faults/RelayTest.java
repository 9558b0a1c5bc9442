package dev.processsync.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives, and what is answered, when the way is cut in one of its ways. */
class RelayTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** For an answer that will not come. */
  private static final Duration IN_VAIN = Duration.ofSeconds(2);

  private final AtomicInteger arrived = new AtomicInteger();
  private HttpServer node;
  private Relay relay;

  @BeforeEach
  void start() throws IOException {
    node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    node.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          arrived.incrementAndGet();
          byte[] answer = "done".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    node.start();
    relay = new Relay(List.of(1, node.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    relay.close();
    node.stop(0);
  }

  @Test
  void leadsToTheNodeThatIsUp() throws Exception {
    assertThat(post()).isEqualTo("done");
    assertThat(post()).isEqualTo("done");
  }

  @Test
  void refusesBeforeAnythingArrives() {
    relay.cut(Relay.Cut.REFUSE);
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(arrived).hasValue(0);
  }

  @Test
  void resetsAfterTheRequestArrived() {
    relay.cut(Relay.Cut.RESET);
    assertThatThrownBy(this::post)
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
    assertThat(arrived).hasValue(1);
  }

  @Test
  void swallowsTheAnswer() {
    relay.cut(Relay.Cut.SWALLOW);
    assertThatThrownBy(() -> post(IN_VAIN)).isInstanceOf(HttpTimeoutException.class);
    await().untilAsserted(() -> assertThat(arrived).hasValue(1));
  }

  @Test
  void deliversAfterAStallWhatNobodyWaitsForAnyMore() throws Exception {
    relay.cut(Relay.Cut.STALL);
    assertThatThrownBy(() -> post(IN_VAIN)).isInstanceOf(HttpTimeoutException.class);
    assertThat(arrived).hasValue(0);

    relay.heal();

    await().untilAsserted(() -> assertThat(arrived).hasValue(1));
    assertThat(post()).isEqualTo("done");
  }

  private String post() throws IOException, InterruptedException {
    return post(PATIENCE);
  }

  /** By a client of its own each time: on a new connection. */
  private String post(Duration patience) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(relay.url())
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(patience)
            .POST(BodyPublishers.ofString("a message"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
