package dev.processsync.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The bounds in front of a servlet that reads whatever it gets, for strangers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BodiesTest {

  private static final Duration TIME = Duration.ofMillis(600);
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final int PLACES = 3;

  private static WebServer server;

  @BeforeAll
  static void serve() {
    TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
    new ServerBounds(SILENCE).customize(tomcat);
    BodyFilter bounds = new BodyFilter(new RequestProperties(8, PLACES, TIME, TIME));
    server =
        tomcat.getWebServer(
            context -> {
              context.addServlet("reads", new Reads()).addMapping("/*");
              context
                  .addFilter("bounds", bounds)
                  .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
            });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  /** Reads all as what the address says, and answers with what it read. */
  private static final class Reads extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String read =
          switch (request.getRequestURI()) {
            case "/text" -> request.getReader().readLine();
            case "/unread" -> "nothing";
            default -> readInVain(request);
          };
      response.setHeader("X-Read", read);
      response.setContentLength(0);
    }

    /** As libraries do: they hear that the body ended, and say something of their own. */
    private static String readInVain(HttpServletRequest request) {
      try {
        return Integer.toString(request.getInputStream().readAllBytes().length);
      } catch (IOException ended) {
        return "ended";
      }
    }
  }

  private static RawRequest post(String path, String... headers) throws IOException {
    return new RawRequest(server.getPort(), "POST", path, headers);
  }

  @Test
  void aSmallBodyIsReadAsBytesAndAsText() throws IOException {
    try (RawRequest bytes = post("/bytes", "Content-Length: 3");
        RawRequest text = post("/text", "Content-Length: 3")) {
      assertThat(bytes.send("abc").answer()).contains("200", "X-Read: 3");
      assertThat(text.send("abc").answer()).contains("200", "X-Read: abc");
    }
  }

  @Test
  void aBodyWithBrokenChunksIsRefused() throws IOException {
    for (String path : List.of("/bytes", "/text")) {
      try (RawRequest broken =
          post(
              path,
              "Content-Type: application/x-www-form-urlencoded",
              "Transfer-Encoding: chunked")) {
        assertThat(broken.send("1\r\nxyz\r\n").answer()).as(path).contains(" 400 ", "malformed");
      }
    }
  }

  @Test
  void aLargeBodyIsRefusedBeforeItIsReadHoweverItIsDeclared() throws IOException {
    for (String path : List.of("/bytes", "/text")) {
      try (RawRequest declared =
          post(
              path, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 2000000")) {
        assertThat(declared.send("x").answer()).as(path).contains(" 413 ", "\"failure\"");
      }
      try (RawRequest chunked =
          post(
              path,
              "Content-Type: application/x-www-form-urlencoded",
              "Transfer-Encoding: chunked")) {
        String chunk = "4e20\r\n" + "x".repeat(20_000) + "\r\n";
        assertThat(chunked.send(chunk).send("0\r\n\r\n").answer())
            .as(path)
            .contains(" 413 ", "larger than");
      }
    }
  }

  @Test
  void aBodyThatDripsIsEndedByTheTimeThatAllOfItTakes() throws IOException {
    for (String path : List.of("/bytes", "/text")) {
      try (RawRequest drips =
          post(
              path,
              "Content-Type: application/x-www-form-urlencoded",
              "Transfer-Encoding: chunked")) {
        String answer =
            drips.dripUntilAnswered(Duration.ofSeconds(5), Duration.ofMillis(50), "1\r\nx\r\n");
        assertThat(answer).as(path).contains(" 408 ", "not complete after");
      }
    }
  }

  @Test
  void aSenderThatSaysNothingMoreIsEndedToo() throws IOException {
    try (RawRequest silent = post("/bytes", "Content-Length: 100")) {
      assertThat(silent.send("x").answer()).contains(" 408 ");
    }
  }

  @Test
  void oneCallerHasSomePlacesAndNoMore() throws IOException {
    List<RawRequest> drips = new ArrayList<>();
    try {
      for (int i = 0; i < PLACES; i++) {
        drips.add(post("/bytes", "Content-Length: 100").send("x"));
      }
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(TIME)
          .untilAsserted(
              () -> {
                try (RawRequest more = post("/bytes", "Content-Length: 1")) {
                  assertThat(more.send("x").answer()).contains(" 429 ", "Retry-After: 1");
                }
              });
      assertThat(drips.get(0).answer()).contains(" 408 ");
    } finally {
      for (RawRequest drip : drips) {
        drip.close();
      }
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              try (RawRequest later = post("/bytes", "Content-Length: 1")) {
                assertThat(later.send("x").answer()).contains("X-Read: 1");
              }
            });
  }

  @Test
  void aBodyThatNobodyWantsEndsTheConnectionInAMoment() throws IOException {
    try (RawRequest unread = post("/unread", "Transfer-Encoding: chunked")) {
      assertThat(unread.answer()).contains(" 200 ");
      assertThat(unread.send("1\r\nx\r\n").answer()).isEmpty();
    }
    try (RawRequest small = post("/unread", "Content-Length: 3")) {
      assertThat(small.send("abc").answer()).contains(" 200 ");
      small.send("POST /bytes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nab");
      assertThat(small.answer()).as("goes on, when all was sent").contains("X-Read: 2");
    }
  }

  /** The last: its sender is that of the others. */
  @Test
  @Order(Integer.MAX_VALUE)
  void whoWasHeardOutTooOftenIsStillAnsweredAndThenHungUpOn() throws IOException {
    String large = "x".repeat(17 * 1024 * 1024);
    try (RawRequest refused = post("/unread", "Content-Length: " + 2 * large.length())) {
      assertThat(refused.send(large).answer()).contains(" 200 ");
    }
    for (int i = 0; i <= PLACES; i++) {
      try (RawRequest again = post("/unread", "Content-Length: 100").send("x")) {
        assertThat(again.answer()).contains(" 200 ");
        assertThat(again.answer()).as("then").isEmpty();
      }
    }
  }
}
