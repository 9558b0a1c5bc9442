package dev.processsync.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.MovableClock;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.EntryRows;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionTemplate;

/** What is deleted from the queues, when, and what is not. */
@InstanceTest
@Import(PurgeTest.OwnTime.class)
class PurgeTest {

  private static final String OUTBOUND = "ih_sync_outbound_queue";
  private static final String INBOUND = "ih_sync_inbound_queue";

  @TestConfiguration
  static class OwnTime {
    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock(Instant.parse("2024-02-01T12:00:00Z"));
    }
  }

  @Autowired private DailyPurge daily;
  @Autowired private Records records;
  @Autowired private DSLContext sql;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ProcessEngine engine;
  @Autowired private MovableClock clock;

  private final ApiClient admin;

  PurgeTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
  }

  @BeforeEach
  void nothingIsPurgedByItself() {
    daily.stop();
    admin.post("/api/process-sync/v1/purge", "");
  }

  @AfterEach
  void theQueuesAreEmpty() {
    sql.execute("delete from process_sync." + OUTBOUND);
    sql.execute("delete from process_sync." + INBOUND);
    sql.execute("delete from process_sync.open_receipt");
  }

  @ParameterizedTest
  @ValueSource(strings = {OUTBOUND, INBOUND})
  void deletesWhatHasReachedTheAgeOfItsStatus(String queue) {
    String direction = queue.equals(OUTBOUND) ? "outbound_" : "inbound_";
    for (String status : new String[] {"processed", "skipped", "error", "ready"}) {
      Duration age = Duration.ofDays(status.equals("error") || status.equals("ready") ? 30 : 7);
      entry(queue, "old", status, "transmit", age);
      entry(queue, "young", status, "transmit", age.minusMinutes(1));
    }

    Answer run = purge();

    assertThat(run.status()).isEqualTo(200);
    assertThat(run.result().path("status").asText()).isEqualTo("done");
    for (String status : new String[] {"processed", "skipped", "error", "ready"}) {
      assertThat(run.result().path(direction + status).asText()).as(status).isEqualTo("1");
    }
    assertThat(count(queue, "old")).isZero();
    assertThat(count(queue, "young")).isEqualTo(4);
    assertThat(
            records
                .get(Actor.system(), "ih_sync_purge_run", run.result().path("sys_id").asText())
                .get("finished"))
        .isEqualTo(LocalDateTime.now(clock).format(FieldValue.DATE_TIME));
  }

  @Test
  void deletesConflictsThatAreResolvedAndKeepsThoseThatAreOpen() {
    SyncSetup setup = new SyncSetup(records);
    String vendor = setup.activeRemoteSystem().sysId();
    conflict(vendor, "resolved", "old", Duration.ofDays(30));
    conflict(vendor, "resolved", "young", Duration.ofDays(30).minusMinutes(1));
    conflict(vendor, "open", "open", Duration.ofDays(90));

    Answer run = purge();

    assertThat(run.result().path("conflicts").asText()).isEqualTo("1");
    assertThat(records.findBy(Actor.system(), "ih_sync_conflict", Map.of("remote_system", vendor)))
        .extracting(kept -> kept.get("local_record"))
        .containsExactlyInAnyOrder("young", "open");
  }

  private void conflict(String remoteSystem, String state, String record, Duration age) {
    String sysId =
        records
            .insert(
                Actor.system(),
                "ih_sync_conflict",
                Map.of(
                    "remote_system",
                    remoteSystem,
                    "state",
                    state,
                    "local_table",
                    "incident",
                    "local_record",
                    record,
                    "field",
                    "description"))
            .sysId();
    sql.execute(
        "update process_sync.ih_sync_conflict set sys_updated_on = ? where sys_id = ?",
        LocalDateTime.now(clock).minus(age),
        sysId);
  }

  @Test
  void whatHasNoFinalReceiptStaysAsLongAsAnError() {
    sent("open", Duration.ofDays(30).minusMinutes(1));
    sent("given up", Duration.ofDays(30));

    Answer run = purge();

    assertThat(run.result().path("outbound_processed").asText()).isEqualTo("1");
    assertThat(count(OUTBOUND, "open")).isEqualTo(1);
    assertThat(count(OUTBOUND, "given up")).isZero();
    assertThat(sql.fetchCount(sql.select().from("process_sync.open_receipt"))).isEqualTo(1);
  }

  /** Of which the other side says no more than that it has it. */
  private void sent(String record, Duration age) {
    sql.execute(
        "insert into process_sync.open_receipt (entry, remote_system, receipt, since_ms, ask_at_ms)"
            + " values (?, 'nobody', 'received', ?, 0)",
        entry(OUTBOUND, record, "processed", "done", age),
        clock.instant().minus(age).toEpochMilli());
  }

  @Test
  void anErrorAgesFromItsLastTry() {
    String entry = entry(OUTBOUND, "retried", "error", "flow", Duration.ofDays(40));
    sql.execute(
        "update process_sync.ih_sync_outbound_queue set sys_updated_on = ? where sys_id = ?",
        LocalDateTime.now(clock).minusDays(29),
        entry);

    purge();

    assertThat(count(OUTBOUND, "retried")).isEqualTo(1);
  }

  @Test
  void zeroDaysMeanAtTheNextRun() {
    entry(OUTBOUND, "just now", "processed", "done", Duration.ZERO);
    set("process_sync.purge.outbound.processed", "0");
    try {
      purge();
    } finally {
      set("process_sync.purge.outbound.processed", "7");
    }

    assertThat(count(OUTBOUND, "just now")).isZero();
  }

  @Test
  void goesOnBatchByBatchUntilNothingIsLeft() {
    set("process_sync.purge.batch_size", "100");
    try {
      for (int i = 0; i < 250; i++) {
        entry(INBOUND, "many", "processed", "done", Duration.ofDays(8));
        entry(OUTBOUND, "many " + i, "error", "flow", Duration.ofDays(31));
      }

      Answer run = purge();

      assertThat(run.result().path("inbound_processed").asText()).isEqualTo("250");
      assertThat(run.result().path("outbound_error").asText()).isEqualTo("250");
    } finally {
      set("process_sync.purge.batch_size", "10000");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ready", "error"})
  void endsTheFlowThatTheEngineHas(String status) {
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "waits.bpmn",
            Bpmn.createExecutableProcess("waits").startEvent().userTask().endEvent().done())
        .deploy();
    String flow = engine.getRuntimeService().startProcessInstanceByKey("waits").getId();
    String entry = entry(OUTBOUND, "waiting", status, "engine", Duration.ofDays(31));
    sql.execute(
        "update process_sync.ih_sync_outbound_queue set flow_context = ? where sys_id = ?",
        flow,
        entry);

    purge();

    assertThat(count(OUTBOUND, "waiting")).isZero();
    assertThat(
            engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(flow).count())
        .isZero();
  }

  @Test
  void leavesAMessageAloneThatMayBeOnItsWay() {
    entry(OUTBOUND, "on its way", "ready", "transmit", Duration.ofDays(31));
    sql.execute(
        "insert into process_sync.transmit_turn (remote_system, holder, held_until_ms)"
            + " values ('nobody', 'another node', ?)",
        clock.millis() + 1_000);
    try {
      purge();
      assertThat(count(OUTBOUND, "on its way")).isEqualTo(1);
    } finally {
      sql.execute("delete from process_sync.transmit_turn where remote_system = 'nobody'");
    }

    purge();
    assertThat(count(OUTBOUND, "on its way")).isZero();
  }

  @Test
  void letsGoOnWhatWaitedBehind() {
    entry(OUTBOUND, "same", "error", "flow", Duration.ofDays(31));
    String next = entry(OUTBOUND, "same", "ready", "flow", Duration.ofDays(1));

    purge();

    // It has no flow, which shows that it was its turn.
    await()
        .untilAsserted(
            () ->
                assertThat(records.get(Actor.system(), OUTBOUND, next).get("error_info"))
                    .startsWith("There is no outbound flow"));
  }

  @Test
  void oneNodePurgesAtATime() {
    entry(OUTBOUND, "old", "processed", "done", Duration.ofDays(8));
    clock.advance(Duration.ofDays(1));

    transaction.executeWithoutResult(
        status -> {
          sql.fetch("select id from process_sync.purge_turn for update");
          Answer second = purge();
          assertThat(second.status()).isEqualTo(409);
          assertThat(second.detail()).startsWith("The queues are being purged already");
        });

    assertThat(count(OUTBOUND, "old")).isEqualTo(1);
    assertThat(daily.look()).isTrue();
    assertThat(count(OUTBOUND, "old")).isZero();
  }

  @Test
  void isDueOnceADayFromTheSetHourOn() {
    clock.advance(Duration.between(clock.instant(), midnight()));
    assertThat(daily.look()).as("at midnight, after a run at noon").isFalse();
    clock.advance(Duration.ofHours(2));
    assertThat(daily.look()).as("at two").isTrue();
    assertThat(daily.look()).as("at two, once more").isFalse();

    set("process_sync.purge.time", "5");
    try {
      clock.advance(Duration.ofHours(2));
      assertThat(daily.look()).as("at four, when five is set").isFalse();
      clock.advance(Duration.ofHours(1));
      assertThat(daily.look()).as("at five").isTrue();
    } finally {
      set("process_sync.purge.time", "2");
    }
  }

  @Test
  void tellsOfARunThatWasCutOff() {
    TableRecord cut =
        records.insert(
            Actor.system(),
            "ih_sync_purge_run",
            Map.of(
                "started",
                LocalDateTime.now(clock).format(FieldValue.DATE_TIME),
                "status",
                "running"));

    purge();

    assertThat(records.get(Actor.system(), "ih_sync_purge_run", cut.sysId()).values())
        .containsEntry("status", "failed")
        .containsEntry("message", "The node that ran it stopped before the end.");
  }

  @Test
  void isForThoseWhoAdministerProcessSync() {
    SyncSetup setup = new SyncSetup(records);
    ApiClient clerk = client(setup.user("clerk", "itil"));
    ApiClient syncAdmin = client(setup.user("sync.admin", "ih_process_sync"));

    assertThat(clerk.post("/api/process-sync/v1/purge", "").status()).isEqualTo(403);
    assertThat(clerk.get("/api/now/table/ih_sync_purge_run").status()).isEqualTo(403);
    assertThat(syncAdmin.post("/api/process-sync/v1/purge", "").status()).isEqualTo(200);
    assertThat(syncAdmin.get("/api/now/table/ih_sync_purge_run").status()).isEqualTo(200);
    assertThat(admin.post("/api/now/table/ih_sync_purge_run", "{}").detail())
        .startsWith("Purge runs are written by the system");
  }

  private ApiClient client(TableRecord user) {
    return admin.as(user.get("user_name"), SyncSetup.PASSWORD);
  }

  private Answer purge() {
    return admin.post("/api/process-sync/v1/purge", "");
  }

  private Instant midnight() {
    return Instant.parse(LocalDateTime.now(clock).toLocalDate().plusDays(1) + "T00:00:00Z");
  }

  private void set(String property, String value) {
    TableRecord row =
        records.findBy(Actor.system(), "sys_properties", Map.of("name", property)).get(0);
    records.update(Actor.system(), "sys_properties", row.sysId(), Map.of("value", value));
  }

  private String entry(String queue, String record, String status, String stage, Duration age) {
    return new EntryRows(sql, clock).insert(queue, record, status, stage, age);
  }

  private int count(String queue, String record) {
    String key = queue.equals(OUTBOUND) ? "local_record" : "local_correlation_id";
    return records.findBy(Actor.system(), queue, Map.of(key, record)).size();
  }
}
