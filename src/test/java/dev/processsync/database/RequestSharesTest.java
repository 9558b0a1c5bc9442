package dev.processsync.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What requests may use of the database, and what they are told beyond that. */
@InstanceTest
@TestPropertySource(
    properties = {
      "process-sync.database.reading-connections=2",
      "process-sync.database.writing-connections=2",
      "process-sync.database.time-limit=200ms",
      "process-sync.database.max-wait=300ms"
    })
@DirtiesContext
class RequestSharesTest {

  private static final String INCIDENTS = "/api/now/table/incident";

  /** As many searches as a query may have. */
  private static final String SLOW = searches(30);

  @LocalServerPort int port;
  @Autowired DSLContext sql;
  @Autowired DataSource database;
  ApiClient admin;
  Browser browser;
  final List<Connection> held = new ArrayList<>();

  @BeforeEach
  void manyTexts() {
    admin = ApiClient.admin(port);
    browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);
    // Who logged in a moment ago needs no connection for it.
    assertThat(admin.get(INCIDENTS + "?sysparm_limit=1").status()).isEqualTo(200);
    if (sql.fetchCount(sql.selectFrom("process_sync.problem")) == 0) {
      sql.execute(
          "insert into process_sync.problem (sys_id, sys_class_name, sys_mod_count,"
              + " sys_created_on, description) select lpad(cast(x as varchar), 32, '0'), 'problem',"
              + " 0, current_timestamp, repeat('many words ', 100) from "
              + series(20_000));
    }
  }

  String series(int length) {
    return "system_range(1, " + length + ") as g(x)";
  }

  @AfterEach
  void giveBack() throws SQLException {
    for (Connection connection : held) {
      connection.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/now/table/problem?sysparm_query=",
        "/api/now/table/problem?sysparm_no_count=true&sysparm_query=",
        "/console/list/problem.csv?sysparm_query=",
        "/console/list/problem?sysparm_query="
      })
  void whatTakesTooLongIsStoppedAndSaysSo(String path) throws Exception {
    HttpResponse<String> answer = get(path + ApiClient.encoded(SLOW));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("needed longer than 200 ms")
        .contains("filter first")
        .doesNotContain("Exception", "select");
  }

  @Test
  void theInstancesOwnWorkHasNoSuchLimit() {
    assertThat(
            sql.fetchCount(
                sql.selectFrom("process_sync.problem")
                    .where(
                        IntStream.range(0, 30)
                            .mapToObj(i -> "lower(description) not like '%z" + i + "%'")
                            .collect(Collectors.joining(" and ")))))
        .isEqualTo(20_000);
  }

  @Test
  void whoLooksAtHealthLeavesNoLimitBehind() throws SQLException {
    assertThat(admin.get("/actuator/health").status()).isEqualTo(200);

    for (int i = 0; i < 4; i++) {
      held.add(database.getConnection());
    }
    for (Connection connection : held) {
      try (Statement statement = connection.createStatement()) {
        assertThat(statement.getQueryTimeout()).isZero();
      }
    }
  }

  @Test
  void whoFindsNoConnectionIsAskedToComeBackAndOthersGoOn() throws SQLException {
    hold(Work.READING, 2);

    Answer refused = admin.get(INCIDENTS + "?sysparm_limit=1");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.message()).isEqualTo("Too many requests at once");
    assertThat(admin.post(INCIDENTS, "{\"short_description\":\"not held up\"}").status())
        .isEqualTo(201);
    assertThat(admin.get("/actuator/health").status()).isEqualTo(200);
    assertThat(admin.post("/api/process-sync/v1/messages", "[]").status()).isNotEqualTo(503);
    giveBack();
    assertThat(admin.get(INCIDENTS + "?sysparm_limit=1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/now/table/incident/0123456789abcdef0123456789abcdef",
        "/console/list/incident",
        "/engine-rest/history/process-instance",
        "/api/process-sync/v1/subflows"
      })
  void soItIsForWhateverReads(String path) throws Exception {
    hold(Work.READING, 2);

    HttpResponse<String> refused = get(path);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(refused.body()).contains("Try again in 5 seconds");
  }

  @Test
  void changesHaveAShareOfTheirOwn() throws SQLException {
    hold(Work.WRITING, 2);

    assertThat(admin.post(INCIDENTS, "{\"short_description\":\"refused\"}").status())
        .isEqualTo(503);
    assertThat(
            admin
                .get(INCIDENTS + "?sysparm_query=short_description=refused")
                .header("X-Total-Count"))
        .isEqualTo("0");
  }

  @Test
  void aQueryThatSearchesTooManyTextsIsRefusedInWords() {
    Answer refused = admin.get(INCIDENTS + "?sysparm_query=" + ApiClient.encoded(searches(31)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).contains("31 of its terms search texts", "at most 30 may");
  }

  private static String searches(int terms) {
    return IntStream.range(0, terms)
        .mapToObj(i -> "descriptionNOT LIKEz" + i)
        .collect(Collectors.joining("^"));
  }

  private void hold(Work work, int connections) throws SQLException {
    try (Work.Scope scope = Work.begin(work)) {
      for (int i = 0; i < connections; i++) {
        held.add(database.getConnection());
      }
      assertThat(scope.foundNoConnectionFree()).isFalse();
    }
  }

  /** A page as somebody opens it who has logged in, anything else as a program asks for it. */
  private HttpResponse<String> get(String path) throws Exception {
    if (path.startsWith("/console")) {
      return browser.getPage(path);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(admin.url() + path))
            .header("Authorization", admin.basic())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
