package dev.processsync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.queue.entry.NewEntryRow;
import dev.processsync.queue.entry.NewOutboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.report.EntrySummary;
import dev.processsync.queue.report.ProcessedEntries;
import dev.processsync.queue.report.QueueCounts;
import dev.processsync.queue.report.QueueCounts.Count;
import dev.processsync.queue.report.RecordEntries;
import dev.processsync.queue.report.RecordEntries.Key;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What people are shown of the queues. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueViewsTest {

  private static final LocalDateTime NOON = LocalDateTime.parse("2024-05-17T12:00:00");
  private static final Key OURS = new Key("vendor", "our name");

  private ConfigurableApplicationContext context;
  DSLContext sql;
  private RecordEntries entries;
  private QueueCounts counts;
  private ProcessedEntries processed;
  private long sequence;

  ConfigurableApplicationContext start() {
    return QueueSlice.onH2();
  }

  @BeforeAll
  void startQueues() {
    context = start();
    sql = context.getBean(DSLContext.class);
    entries = context.getBean(RecordEntries.class);
    counts = context.getBean(QueueCounts.class);
    processed = context.getBean(ProcessedEntries.class);
  }

  @AfterAll
  void stopQueues() throws IOException {
    context.close();
  }

  @BeforeEach
  void empty() {
    QueueSlice.empty(sql);
    sql.execute("delete from process_sync.ih_sync_remote_system");
  }

  @Test
  void aRecordHasWhatWasSentWasReceivedAndNeverLeftNewestFirst() {
    String sent = insert(Queue.OUTBOUND, Map.of("local_correlation_id", "our name"));
    String received = insert(Queue.INBOUND, Map.of("local_correlation_id", "our name"));
    String unsent = insert(Queue.OUTBOUND, Map.of("status", "skipped"));
    insert(Queue.OUTBOUND, Map.of("local_record", "another record"));
    insert(Queue.INBOUND, Map.of("local_correlation_id", "another name"));
    insert(Queue.INBOUND, Map.of("local_correlation_id", "our name", "remote_system", "customer"));

    assertThat(entries.of("the record", List.of(OURS), 0, Long.MAX_VALUE, 10))
        .extracting(EntrySummary::sysId)
        .containsExactly(unsent, received, sent);
  }

  @Test
  void olderEntriesComeWhenAskedFor() {
    for (int i = 0; i < 5; i++) {
      insert(Queue.OUTBOUND, Map.of("local_correlation_id", "our name"));
    }
    List<EntrySummary> newest = entries.of("the record", List.of(OURS), 0, Long.MAX_VALUE, 2);

    List<EntrySummary> older =
        entries.of("the record", List.of(OURS), 0, newest.get(1).sequence(), 10);

    assertThat(older).hasSize(3).allMatch(entry -> entry.sequence() < newest.get(1).sequence());
    assertThat(entries.of("the record", List.of(OURS), newest.get(1).sequence(), sequence, 10))
        .extracting(EntrySummary::sysId)
        .containsExactly(newest.get(1).sysId());
  }

  @Test
  void aRecordThatIsNotCorrelatedYetHasWhatWaits() {
    String waiting = insert(Queue.OUTBOUND, Map.of("status", "ready", "stage", "flow"));

    assertThat(entries.of("the record", List.of(), 0, Long.MAX_VALUE, 10))
        .extracting(EntrySummary::sysId)
        .containsExactly(waiting);
  }

  @Test
  void aPayloadIsComparedWithTheOneOfTheSameEventBefore() {
    insert(Queue.OUTBOUND, Map.of("payload", "never left"));
    insert(Queue.OUTBOUND, Map.of("local_correlation_id", "our name", "payload", "first"));
    insert(
        Queue.OUTBOUND,
        Map.of("local_correlation_id", "our name", "process_event", "other", "payload", "no"));
    String last = insert(Queue.OUTBOUND, Map.of("local_correlation_id", "our name"));

    EntrySummary entry = entries.find(Queue.OUTBOUND, last).orElseThrow();

    assertThat(entries.payloadBefore(entry, "the record")).contains("first");
  }

  @ParameterizedTest
  @EnumSource(Queue.class)
  void whatWaitsIsCountedForEachRemoteSystem(Queue queue) {
    sql.execute(
        "insert into process_sync.ih_sync_remote_system (sys_id, name) values ('vendor', 'V'),"
            + " ('customer', 'C')");
    insert(queue, Map.of("status", "ready", "stage", "flow", "queued_ms", 70L, "lane", 3L));
    insert(queue, Map.of("status", "ready", "stage", "engine", "queued_ms", 60L, "lane", 5L));
    insert(queue, Map.of("status", "processed", "stage", "done", "queued_ms", 10L));
    insert(queue, Map.of("status", "error", "stage", "engine", "queued_ms", 20L));
    String stage = queue == Queue.OUTBOUND ? "transmit" : "flow";
    insert(
        queue,
        Map.of("status", "ready", "stage", stage, "queued_ms", 50L, "remote_system", "customer"));

    assertThat(counts.waiting(queue))
        .isEqualTo(Map.of("vendor", new Count(2, 60), "customer", new Count(1, 50)));
    assertThat(counts.failed(queue)).isEqualTo(Map.of("vendor", new Count(1, 20)));
  }

  @ParameterizedTest
  @EnumSource(Queue.class)
  void whatWasProcessedIsCountedByTheHour(Queue queue) {
    processed(queue, NOON.minusHours(1), 10);
    processed(queue, NOON.minusSeconds(1), 20);
    processed(queue, NOON, 40);
    insert(queue, Map.of("status", "skipped", "processed_at", NOON));

    assertThat(processed.byHour(queue, NOON.minusHours(1), NOON.plusHours(1)))
        .containsExactlyInAnyOrder(
            new ProcessedEntries.InHour("vendor", NOON.minusHours(1), 2, 30, 300),
            new ProcessedEntries.InHour("vendor", NOON, 1, 40, 400));
    assertThat(processed.byHour(queue, NOON.minusSeconds(1), NOON))
        .extracting(ProcessedEntries.InHour::entries)
        .containsExactly(1L);
  }

  private void processed(Queue queue, LocalDateTime at, long took) {
    insert(
        queue,
        Map.of(
            "status",
            "processed",
            "processed_at",
            at,
            "processing_time",
            took,
            "time_in_queue",
            took * 10));
  }

  /** One of the vendor, about the record; what is given differs. */
  String insert(Queue queue, Map<String, Object> different) {
    Map<Field<?>, Object> row =
        NewEntryRow.of(
            queue,
            new NewOutboundEntry(
                    "event", Operation.UPDATE, "vendor", "", "", "", "{}", "admin", Origin.HERE)
                .entry(NOON.toInstant(ZoneOffset.UTC).toEpochMilli()),
            1,
            "admin");
    row.put(QueueColumns.SEQUENCE, ++sequence);
    row.put(QueueColumns.STATUS, "processed");
    row.put(QueueColumns.STAGE, "done");
    row.put(QueueColumns.LOCAL_RECORD, "the record");
    if (queue == Queue.INBOUND) {
      row.put(QueueColumns.MESSAGE_ID, "message " + sequence);
    }
    Table<Record> table = QueueColumns.table(queue);
    sql.insertInto(table).set(row).execute();
    String sysId = String.valueOf(row.get(QueueColumns.SYS_ID));
    different.forEach(
        (column, value) ->
            sql.execute(
                "update process_sync." + queue.table() + " set " + column + " = ? where sys_id = ?",
                value,
                sysId));
    return sysId;
  }
}
