package dev.processsync.queue.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.query.Query;
import dev.processsync.queue.EntryRows;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Set Ready and Skipped for many queue records with one request. */
@InstanceTest
class DecisionsTest {

  private static final String OUTBOUND = "ih_sync_outbound_queue";
  private static final String INBOUND = "ih_sync_inbound_queue";

  @Autowired private Records records;
  @Autowired private DSLContext sql;

  private final ApiClient admin;

  DecisionsTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
  }

  @AfterEach
  void theQueuesAreEmpty() {
    sql.execute("delete from process_sync." + OUTBOUND);
    sql.execute("delete from process_sync." + INBOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"outbound", "inbound"})
  void retriesThoseInErrorThatTheQueryMeans(String direction) {
    String queue = "ih_sync_" + direction + "_queue";
    for (int i = 0; i < 600; i++) {
      entry(queue, "many " + i, "error");
    }
    String other = entry(queue, "another", "error");
    String done = entry(queue, "many, done", "processed");

    String path = direction + "-queue/set-ready";
    Answer answer = ask(path, record(queue) + "STARTSWITHmany^ORDERBYDESCsequence");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.result().toString())
        .isEqualTo("{\"changed\":600,\"left\":[],\"more\":false}");
    assertThat(statuses(queue, record(queue) + "STARTSWITHmany ")).containsOnly("ready");
    assertThat(status(queue, other)).isEqualTo("error");
    assertThat(status(queue, done)).isEqualTo("processed");
  }

  @Test
  void skipsThoseInErrorAndThoseThatWait() {
    String failed = entry(OUTBOUND, "failed", "error");
    String waiting = entry(OUTBOUND, "waiting", "ready");
    String done = entry(OUTBOUND, "done", "processed");

    Answer answer = ask("outbound-queue/skip", "remote_system=nobody");

    assertThat(answer.result().path("changed").asInt()).isEqualTo(2);
    assertThat(status(OUTBOUND, failed)).isEqualTo("skipped");
    assertThat(status(OUTBOUND, waiting)).isEqualTo("skipped");
    assertThat(status(OUTBOUND, done)).isEqualTo("processed");
  }

  @Test
  void whatWaitedBehindThemGoesOn() {
    String failed = entry(OUTBOUND, "same", "error");
    String next =
        new EntryRows(sql, Clock.systemUTC())
            .insert(OUTBOUND, "same", "ready", "flow", Duration.ZERO);

    ask("outbound-queue/skip", "sys_id=" + failed);

    // It has no flow, which shows that it was its turn.
    await().untilAsserted(() -> assertThat(status(OUTBOUND, next)).isEqualTo("error"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ORDERBYsequence"})
  void wantsToKnowWhich(String everything) {
    String failed = entry(OUTBOUND, "failed", "error");

    Answer answer = ask("outbound-queue/skip", everything);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("say which queue records are meant");
    assertThat(status(OUTBOUND, failed)).isEqualTo("error");
  }

  @Test
  void aQueryForAFieldThatIsNotThereChangesNothing() {
    String failed = entry(OUTBOUND, "failed", "error");

    Answer answer = ask("outbound-queue/set-ready", "colour=red");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("colour");
    assertThat(status(OUTBOUND, failed)).isEqualTo("error");
  }

  @Test
  void isForThoseWhoAdministerProcessSync() {
    SyncSetup setup = new SyncSetup(records);
    String failed = entry(OUTBOUND, "failed", "error");
    String path = "/api/process-sync/v1/outbound-queue/set-ready?sysparm_query=status=error";

    ApiClient clerk =
        admin.as(setup.user("some.clerk", "itil").get("user_name"), SyncSetup.PASSWORD);
    assertThat(clerk.post(path, "").status()).isEqualTo(403);
    assertThat(status(OUTBOUND, failed)).isEqualTo("error");

    ApiClient syncAdmin =
        admin.as(setup.user("some.admin", "ih_process_sync").get("user_name"), SyncSetup.PASSWORD);
    assertThat(syncAdmin.post(path, "").status()).isEqualTo(200);
    assertThat(status(OUTBOUND, failed)).isEqualTo("ready");
  }

  private Answer ask(String decision, String query) {
    return admin.post(
        "/api/process-sync/v1/" + decision + "?sysparm_query=" + ApiClient.encoded(query), "");
  }

  private String entry(String queue, String record, String status) {
    return new EntryRows(sql, Clock.systemUTC())
        .insert(queue, record, status, "transmit", Duration.ZERO);
  }

  private static String record(String queue) {
    return queue.equals(OUTBOUND) ? "local_record" : "local_correlation_id";
  }

  private String status(String queue, String entry) {
    return records.get(Actor.system(), queue, entry).get("status");
  }

  private List<String> statuses(String queue, String query) {
    return records.list(Actor.system(), queue, Query.parse(query), 0, 10_000).stream()
        .map(entry -> entry.get("status"))
        .toList();
  }
}
