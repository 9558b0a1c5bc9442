package dev.processsync.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.query.Query;
import dev.processsync.queue.entry.NewOutboundEntry;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import dev.processsync.record.Records;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Order, failure, retry and skip, with flows that are scripted by the test. */
@ApplicationModuleTest(
    mode = BootstrapMode.STANDALONE,
    extraIncludes = {
      "change",
      "correlation",
      "database",
      "dictionary",
      "problem",
      "query",
      "record",
      "storage",
      "support",
      "settings"
    })
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:queue;DB_CLOSE_DELAY=-1;"
          + "DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
      "process-sync.queue.poll-interval=50ms"
    })
class QueueTest {

  private static final String TABLE = "ih_sync_outbound_queue";

  @TestConfiguration
  static class Flows {
    @Bean
    ScriptedFlows scriptedFlows() {
      return new ScriptedFlows();
    }

    @Bean
    CurrentActor currentActor() {
      return Actor::system;
    }
  }

  @Autowired private OutboundQueue queue;
  @Autowired private QueueEntries entries;
  @Autowired private ScriptedFlows flows;
  @Autowired private Records records;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DSLContext sql;

  private String remoteSystem = "";

  @BeforeEach
  void nothingIsScriptedForARemoteSystemOfThisTest() {
    remoteSystem = SysId.next();
    flows.reset();
  }

  @Test
  void runsTheEntriesOfARecordInOrder() {
    transaction.executeWithoutResult(
        status -> {
          for (int i = 0; i < 120; i++) {
            add("record", "change " + i);
          }
        });

    awaitStatus("record", 120, "processed");
    assertThat(flows.ran("record")).hasSize(120).isSorted();
  }

  @Test
  void runsNothingOfATransactionThatWasRolledBack() {
    transaction.executeWithoutResult(
        status -> {
          add("undone", "change");
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(status -> add("done", "change"));

    awaitStatus("done", 1, "processed");
    assertThat(flows.ran("undone")).isEmpty();
  }

  @Test
  void givesAFailingEntryToTheEngineAndLetsOnlyItsRecordWait() {
    flows.fail("bad 0");
    transaction.executeWithoutResult(
        status -> {
          add("bad", "bad 0");
          add("bad", "bad 1");
          add("good", "good 0");
        });

    awaitStatus("good", 1, "processed");
    Awaitility.await().untilAsserted(() -> assertThat(flows.handedOver()).containsExactly("bad 0"));
    assertThat(of("bad"))
        .extracting(entry -> entry.get("status"), entry -> entry.get("stage"))
        .containsExactly(tuple("ready", "engine"), tuple("ready", "flow"));

    transaction.executeWithoutResult(status -> entries.flowCompleted(of("bad").get(0).sysId()));

    awaitStatus("bad", 2, "processed");
  }

  @Test
  void leavesAnEntryThatNoRetryCanHelpInErrorUntilItIsSetReady() {
    flows.refuse("bad 0");
    transaction.executeWithoutResult(
        status -> {
          add("bad", "bad 0");
          add("bad", "bad 1");
        });
    Awaitility.await()
        .untilAsserted(() -> assertThat(of("bad").get(0).get("status")).isEqualTo("error"));
    assertThat(of("bad").get(0).get("error_info")).isEqualTo("This can't be: bad 0");
    assertThat(of("bad").get(1).get("status")).isEqualTo("ready");

    flows.reset();
    setStatus(of("bad").get(0), "ready");

    awaitStatus("bad", 2, "processed");
    assertThat(flows.ran("bad")).isSorted();
  }

  @Test
  void goesOnBehindASkippedEntry() {
    flows.refuse("bad 0");
    transaction.executeWithoutResult(
        status -> {
          add("bad", "bad 0");
          add("bad", "bad 1");
        });
    Awaitility.await()
        .untilAsserted(() -> assertThat(of("bad").get(0).get("status")).isEqualTo("error"));

    setStatus(of("bad").get(0), "skipped");

    Awaitility.await()
        .untilAsserted(() -> assertThat(of("bad").get(1).get("status")).isEqualTo("processed"));
    assertThat(of("bad").get(0).get("status")).isEqualTo("skipped");
  }

  @Test
  void refusesToRetryWhatIsDone() {
    transaction.executeWithoutResult(status -> add("done", "change"));
    awaitStatus("done", 1, "processed");

    assertThatThrownBy(() -> setStatus(of("done").get(0), "ready"))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("An entry that is processed can't become ready");
  }

  @Test
  void sendsTheMessagesOfARecordInOrder() {
    flows.address(entries);
    transaction.executeWithoutResult(
        status -> {
          add("first", "first 0");
          add("first", "first 1");
          add("second", "second 0");
        });
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(of("first")).extracting(e -> e.get("stage")).containsOnly("transmit"));
    Awaitility.await()
        .untilAsserted(() -> assertThat(of("second").get(0).get("stage")).isEqualTo("transmit"));

    List<QueueEntry> sendable = transaction.execute(status -> queue.sendable(remoteSystem, 10));

    assertThat(sendable)
        .extracting(QueueEntry::payload)
        .containsExactly("first 0", "first 1", "second 0");
  }

  @Test
  void measuresHowLongAnEntryWaitedAndTook() {
    transaction.executeWithoutResult(status -> add("timed", "change"));
    awaitStatus("timed", 1, "processed");

    TableRecord entry = of("timed").get(0);
    assertThat(Long.parseLong(entry.get("time_in_queue"))).isBetween(0L, 60_000L);
    assertThat(Long.parseLong(entry.get("processing_time"))).isBetween(0L, 60_000L);
    assertThat(entry.get("processed_at")).isNotEmpty();
  }

  @Test
  void keepsWithAnEntryWhatIsKnownOfItsFailedTriesUntilItsFlowGoesWell() {
    flows.fail("bad 0");
    transaction.executeWithoutResult(status -> add("bad", "bad 0"));
    Awaitility.await().untilAsserted(() -> assertThat(flows.handedOver()).containsExactly("bad 0"));
    String entry = of("bad").get(0).sysId();

    transaction.executeWithoutResult(
        status ->
            entries.flowTried(
                entry, new RetryMetadata(1, 3, "2024-02-01 12:01:00", "out of order", 3)));

    assertThat(of("bad").get(0).get("retry_metadata"))
        .isEqualTo(
            """
            {"attempt":1,"of":3,"next_try_at":"2024-02-01 12:01:00",\
            "last_error":"out of order","retry_times":3}""");
    Optional<RetryMetadata> last = transaction.execute(status -> entries.lastTry(entry));
    assertThat(last).get().extracting(RetryMetadata::attempt).isEqualTo(1);

    transaction.executeWithoutResult(status -> entries.flowCompleted(entry));
    assertThat(of("bad").get(0).get("retry_metadata")).isEmpty();
  }

  @Test
  void cancelsAStatementThatHangsWhenTheTimeOfItsFlowIsOver() {
    setProperty("process_sync.flow.time_limit", "1");
    try {
      flows.hang("hanging 0", sql);
      transaction.executeWithoutResult(
          status -> {
            add("hanging", "hanging 0");
            add("good", "good 0");
          });

      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(flows.handedOver()).containsExactly("hanging 0"));
      awaitStatus("good", 1, "processed");
    } finally {
      setProperty("process_sync.flow.time_limit", "30");
    }
    assertThat(
            sql.fetchValue(
                "select setting_value from information_schema.settings where setting_name = 'QUERY_TIMEOUT'"))
        .as("a limit that is left on the connection")
        .isIn(null, "0");
  }

  @Test
  void aBatchIsNoLargerForTheLanesThatItTakesTogether() {
    setProperty("process_sync.queue.batch_size", "1");
    try {
      flows.fail("bad 0");
      transaction.executeWithoutResult(
          status -> {
            for (int i = 0; i < 20; i++) {
              add("good " + i, "good " + i);
            }
            add("bad", "bad 0");
          });

      Awaitility.await()
          .untilAsserted(() -> assertThat(flows.handedOver()).containsExactly("bad 0"));
      for (int i = 0; i < 20; i++) {
        awaitStatus("good " + i, 1, "processed");
        assertThat(flows.attempts("good " + i)).isEqualTo(1);
      }
    } finally {
      setProperty("process_sync.queue.batch_size", "50");
    }
  }

  @Test
  void runsAsManyFlowsInATransactionAsIsSetNow() {
    setProperty("process_sync.queue.batch_size", "1");
    try {
      flows.fail("bad 0");
      transaction.executeWithoutResult(
          status -> {
            add("same", "good 0");
            add("same", "bad 0");
          });

      Awaitility.await()
          .untilAsserted(() -> assertThat(flows.handedOver()).containsExactly("bad 0"));
      assertThat(flows.attempts("good 0")).isEqualTo(1);
    } finally {
      setProperty("process_sync.queue.batch_size", "50");
    }
  }

  private void setProperty(String name, String value) {
    TableRecord row = records.findBy(Actor.system(), "sys_properties", Map.of("name", name)).get(0);
    records.update(Actor.system(), "sys_properties", row.sysId(), Map.of("value", value));
  }

  private void add(String record, String payload) {
    queue.add(
        new NewOutboundEntry(
            SysId.next(),
            Operation.UPDATE,
            remoteSystem,
            SysId.next(),
            "incident",
            record + remoteSystem.substring(12),
            payload,
            "admin",
            Origin.HERE));
  }

  private void setStatus(TableRecord entry, String status) {
    records.update(Actor.system(), TABLE, entry.sysId(), Map.of("status", status));
  }

  private void awaitStatus(String record, int count, String status) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(of(record))
                    .hasSize(count)
                    .extracting(entry -> entry.get("status"))
                    .containsOnly(status));
  }

  private List<TableRecord> of(String record) {
    return records.list(
        Actor.system(),
        TABLE,
        Query.parse("local_record=" + record + remoteSystem.substring(12) + "^ORDERBYsequence"),
        0,
        1_000);
  }
}
