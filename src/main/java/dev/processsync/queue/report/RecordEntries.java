package dev.processsync.queue.report;

import static dev.processsync.queue.entry.QueueColumns.CREATED;
import static dev.processsync.queue.entry.QueueColumns.ERROR_INFO;
import static dev.processsync.queue.entry.QueueColumns.FLOW_CONTEXT;
import static dev.processsync.queue.entry.QueueColumns.LOCAL_ID;
import static dev.processsync.queue.entry.QueueColumns.LOCAL_RECORD;
import static dev.processsync.queue.entry.QueueColumns.OPERATION;
import static dev.processsync.queue.entry.QueueColumns.PROCESSED_AT;
import static dev.processsync.queue.entry.QueueColumns.PROCESSING_TIME;
import static dev.processsync.queue.entry.QueueColumns.PROCESS_EVENT;
import static dev.processsync.queue.entry.QueueColumns.RECEIPT;
import static dev.processsync.queue.entry.QueueColumns.RECEIPT_INFO;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_NUMBER;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_RECORD;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_SYSTEM;
import static dev.processsync.queue.entry.QueueColumns.RETRY_METADATA;
import static dev.processsync.queue.entry.QueueColumns.SEQUENCE;
import static dev.processsync.queue.entry.QueueColumns.STAGE;
import static dev.processsync.queue.entry.QueueColumns.STATUS;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;
import static dev.processsync.queue.entry.QueueColumns.TIME_IN_QUEUE;

import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.queue.entry.Stage;
import dev.processsync.queue.receipt.DeliveryReceipt;
import dev.processsync.queue.receipt.ReceiptState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * What was sent and received for a record. Every statement reads along an index: messages by their
 * correlation, what nothing was sent for by its record. Asks for no rights: whoever shows the
 * answers does.
 */
@Repository
public class RecordEntries {

  private static final List<Field<?>> SHOWN =
      List.of(
          SYS_ID,
          SEQUENCE,
          STATUS,
          STAGE,
          PROCESS_EVENT,
          OPERATION,
          REMOTE_SYSTEM,
          LOCAL_ID,
          ERROR_INFO,
          RETRY_METADATA,
          FLOW_CONTEXT,
          TIME_IN_QUEUE,
          PROCESSING_TIME,
          CREATED,
          PROCESSED_AT);

  /** What only the outbound queue has. */
  private static final List<Field<?>> OF_SENT =
      List.of(RECEIPT, RECEIPT_INFO, REMOTE_RECORD, REMOTE_NUMBER);

  private final DSLContext sql;

  RecordEntries(DSLContext sql) {
    this.sql = sql;
  }

  /** The record's name with one remote system. */
  public record Key(String remoteSystem, String localCorrelationId) {}

  /**
   * Entries of both queues, newest first.
   *
   * @param from the least sequence, 0 for any
   * @param before the sequence that all are less than
   */
  public List<EntrySummary> of(
      String localRecord, Collection<Key> keys, long from, long before, int limit) {
    Condition range = SEQUENCE.ge(from).and(SEQUENCE.lt(before));
    List<EntrySummary> found = new ArrayList<>();
    found.addAll(read(Queue.OUTBOUND, isUnsent(localRecord).and(range), limit));
    if (!keys.isEmpty()) {
      found.addAll(read(Queue.OUTBOUND, isOf(keys).and(range), limit));
      found.addAll(read(Queue.INBOUND, isOf(keys).and(range), limit));
    }
    found.sort(Comparator.comparingLong(EntrySummary::sequence).reversed());
    return found.subList(0, Math.min(limit, found.size()));
  }

  /**
   * The payload that went the same way, with the same event, before this one did: to see what
   * changed since. Empty if this was the first.
   */
  public Optional<String> payloadBefore(EntrySummary entry, String localRecord) {
    Condition same =
        REMOTE_SYSTEM
            .concat("")
            .eq(entry.remoteSystem())
            .and(PROCESS_EVENT.eq(entry.processEvent()))
            .and(SEQUENCE.lt(entry.sequence()));
    Optional<Payload> sent =
        entry.localCorrelationId().isEmpty()
            ? Optional.empty()
            : newest(entry.queue(), LOCAL_ID.eq(entry.localCorrelationId()).and(same));
    Optional<Payload> unsent =
        entry.queue() == Queue.OUTBOUND
            ? newest(Queue.OUTBOUND, isUnsent(localRecord).and(same))
            : Optional.empty();
    return Optional.of(List.of(sent, unsent))
        .flatMap(
            both ->
                both.stream()
                    .flatMap(Optional::stream)
                    .max(Comparator.comparingLong(Payload::sequence)))
        .map(Payload::text);
  }

  /** One entry, if there is such a one. */
  public Optional<EntrySummary> find(Queue queue, String sysId) {
    return read(queue, SYS_ID.eq(sysId), 1).stream().findFirst();
  }

  private record Payload(long sequence, String text) {}

  private Optional<Payload> newest(Queue queue, Condition which) {
    Field<String> payload =
        queue == Queue.OUTBOUND
            ? DSL.coalesce(QueueColumns.MESSAGE, QueueColumns.PAYLOAD)
            : QueueColumns.PAYLOAD;
    return sql.select(SEQUENCE, payload)
        .from(QueueColumns.table(queue))
        .where(which)
        .orderBy(SEQUENCE.desc())
        .limit(1)
        .fetchOptional(row -> new Payload(row.value1(), text(row.value2())));
  }

  private static Condition isUnsent(String localRecord) {
    return LOCAL_RECORD.eq(localRecord).and(LOCAL_ID.isNull());
  }

  /** Two remote systems may call two records the same, so an id alone does not do. */
  private static Condition isOf(Collection<Key> keys) {
    String[] ids = keys.stream().map(Key::localCorrelationId).distinct().toArray(String[]::new);
    String[] pairs =
        keys.stream()
            .map(key -> key.localCorrelationId() + "/" + key.remoteSystem())
            .toArray(String[]::new);
    return LOCAL_ID
        .eq(DSL.any(ids))
        .and(LOCAL_ID.concat(DSL.inline("/"), REMOTE_SYSTEM).eq(DSL.any(pairs)));
  }

  private List<EntrySummary> read(Queue queue, Condition which, int limit) {
    return sql.select(SHOWN)
        .select(queue == Queue.OUTBOUND ? OF_SENT : List.of())
        .from(QueueColumns.table(queue))
        .where(which)
        .orderBy(SEQUENCE.desc())
        .limit(limit)
        .fetch(row -> summary(queue, row));
  }

  private static EntrySummary summary(Queue queue, Record row) {
    String tried = row.get(RETRY_METADATA);
    String stage = text(row.get(STAGE));
    return new EntrySummary(
        queue,
        row.get(SYS_ID),
        row.get(SEQUENCE),
        EntryStatus.of(row.get(STATUS)),
        stage,
        text(row.get(PROCESS_EVENT)),
        text(row.get(OPERATION)),
        text(row.get(REMOTE_SYSTEM)),
        text(row.get(LOCAL_ID)),
        text(row.get(ERROR_INFO)),
        tried == null ? null : RetryMetadata.parse(tried),
        text(row.get(FLOW_CONTEXT)),
        stage.equals(Stage.ENGINE.value()),
        row.get(TIME_IN_QUEUE),
        row.get(PROCESSING_TIME),
        row.get(CREATED),
        row.get(PROCESSED_AT),
        queue == Queue.OUTBOUND ? receipt(row) : null);
  }

  private static @Nullable DeliveryReceipt receipt(Record row) {
    return ReceiptState.find(text(row.get(RECEIPT)))
        .map(
            state ->
                new DeliveryReceipt(
                    state,
                    text(row.get(REMOTE_RECORD)),
                    text(row.get(REMOTE_NUMBER)),
                    text(row.get(RECEIPT_INFO))))
        .orElse(null);
  }

  private static String text(@Nullable String stored) {
    return Objects.requireNonNullElse(stored, "");
  }
}
