package dev.processsync.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
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

/** Who hangs up while the database works for him has it stopped; the time limit is far away. */
@InstanceTest
@TestPropertySource(properties = "process-sync.database.time-limit=5m")
@DirtiesContext
public class HangUpsTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int ROWS = 5_000;

  /** How long the database needs for one of {@link #ROWS}. */
  private static volatile long pause = TimeUnit.MILLISECONDS.toNanos(20);

  @LocalServerPort int port;
  @Autowired DSLContext sql;

  @BeforeEach
  void theDatabaseIsSlow() {
    pause = TimeUnit.MILLISECONDS.toNanos(20);
    makeSlow();
  }

  @AfterEach
  void theDatabaseIsQuick() {
    makeQuick();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/now/table/problem?sysparm_query=descriptionLIKEneedle",
        "/api/now/table/problem?sysparm_query=descriptionLIKEneedle&sysparm_no_count=true",
        "/console/list/problem?sysparm_query=descriptionLIKEneedle",
        "/console/list/problem.csv?sysparm_query=descriptionLIKEneedle"
      })
  void theStatementOfWhoHangsUpIsStopped(String path) throws IOException {
    Socket caller = ask(path);
    await().atMost(SOON).until(() -> running() > 0);

    caller.close();

    await().atMost(SOON).until(() -> running() == 0);
  }

  @Test
  void theStatementOfWhoResetsTheConnectionIsStopped() throws IOException {
    Socket caller = ask("/api/now/table/problem?sysparm_query=descriptionLIKEneedle");
    await().atMost(SOON).until(() -> running() > 0);

    caller.setSoLinger(true, 0);
    caller.close();

    await().atMost(SOON).until(() -> running() == 0);
  }

  @Test
  void whoWaitsIsAnsweredAndSoIsWhatHeAskedMeanwhile() throws IOException {
    try (Socket caller = ask("/api/now/table/problem?sysparm_query=descriptionLIKEneedle")) {
      await().atMost(SOON).until(() -> running() > 0);
      write(caller, "/actuator/health", "Connection: close\r\n");
      await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> running() > 0);

      makeQuick();

      caller.setSoTimeout(Math.toIntExact(SOON.toMillis()));
      String answers = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answers).startsWith("HTTP/1.1 200").contains("{\"result\":[", "\"status\":\"UP\"");
    }
  }

  private Socket ask(String path) throws IOException {
    Socket caller = new Socket("localhost", port);
    write(caller, path, path.startsWith("/console") ? session() : basic());
    return caller;
  }

  private void write(Socket caller, String path, String headers) throws IOException {
    String request =
        "GET %s HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\n".formatted(path, port, headers);
    caller.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    caller.getOutputStream().flush();
  }

  private String session() {
    Browser browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);
    return browser.cookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
  }

  private static String basic() {
    byte[] login = ("admin:" + InstanceTest.ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(login) + "\r\n";
  }

  /** H2's readers wait for nobody, so each row is made to take its time. */
  void makeSlow() {
    if (sql.fetchCount(sql.selectFrom("information_schema.views where table_name = 'problem'"))
        == 0) {
      sql.execute("create alias slowly for '" + HangUpsTest.class.getName() + ".slowly'");
      sql.execute("alter table process_sync.problem rename to problem_rows");
      sql.execute(
          "insert into process_sync.problem_rows (sys_id, sys_class_name, sys_mod_count,"
              + " sys_created_on, description) select lpad(cast(x as varchar), 32, '0'), 'problem',"
              + " 0, current_timestamp, 'straw' from system_range(1, "
              + ROWS
              + ") as g(x)");
      String columns =
          sql
              .fetch(
                  "select column_name from information_schema.columns where table_name ="
                      + " 'problem_rows' order by ordinal_position")
              .getValues(0, String.class)
              .stream()
              .map(
                  column ->
                      column.equals("description")
                          ? "slowly(description) as description"
                          : "\"" + column + "\"")
              .collect(Collectors.joining(", "));
      sql.execute(
          "create view process_sync.problem as select "
              + columns
              + " from process_sync.problem_rows");
    }
  }

  void makeQuick() {
    pause = 0;
  }

  /** Statements that look for the needle. */
  int running() {
    return sql.fetchCount(
        sql.selectFrom(
            "information_schema.sessions where lower(executing_statement) like '%problem%description%'"
                + " and session_id <> session_id()"));
  }

  /** Called by H2. */
  public static String slowly(String text) {
    LockSupport.parkNanos(pause);
    return text;
  }
}
