package dev.processsync.queue.receipt;

import static dev.processsync.queue.entry.QueueColumns.CONFLICTS;
import static dev.processsync.queue.entry.QueueColumns.ERROR_INFO;
import static dev.processsync.queue.entry.QueueColumns.FAILING;
import static dev.processsync.queue.entry.QueueColumns.LOCAL_RECORD;
import static dev.processsync.queue.entry.QueueColumns.LOCAL_TABLE;
import static dev.processsync.queue.entry.QueueColumns.MESSAGE_ID;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_SYSTEM;
import static dev.processsync.queue.entry.QueueColumns.RETRY_METADATA;
import static dev.processsync.queue.entry.QueueColumns.STATUS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.queue.lane.FlowOutcome;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import dev.processsync.support.FixedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What has become of messages that arrived, for the instance that sent them. */
@Repository
public class InboundReceipts {

  private final FixedStatement arrived;
  private final Records records;

  InboundReceipts(DSLContext sql, Records records) {
    this.arrived = FixedStatement.of(sql, select(sql));
    this.records = records;
  }

  private static Select<?> select(DSLContext sql) {
    return sql.select(
            MESSAGE_ID,
            STATUS,
            LOCAL_TABLE,
            LOCAL_RECORD,
            CONFLICTS,
            ERROR_INFO,
            FAILING,
            RETRY_METADATA)
        .from(QueueColumns.table(Queue.INBOUND))
        .where(FixedStatement.isOneOf(MESSAGE_ID))
        .and(FixedStatement.isUnindexed(REMOTE_SYSTEM));
  }

  /** By message id; without those that never came from this remote system, or were deleted. */
  @Transactional(readOnly = true)
  public Map<String, InboundReceipt> of(String remoteSystem, Collection<String> messageIds) {
    List<Entry> entries = arrived.read(Entry::of, messageIds.toArray(String[]::new), remoteSystem);
    Map<String, String> numbers = numbers(entries);
    return entries.stream()
        .collect(
            toMap(
                Entry::messageId, entry -> entry.receipt(numbers.getOrDefault(entry.record, ""))));
  }

  /** By sys_id; a record that was deleted meanwhile has none. */
  private Map<String, String> numbers(List<Entry> entries) {
    Map<String, List<String>> byTable =
        entries.stream()
            .filter(entry -> !entry.record().isEmpty())
            .collect(groupingBy(Entry::table, mapping(Entry::record, toList())));
    Map<String, String> numbers = new HashMap<>();
    byTable.forEach(
        (table, ids) -> {
          for (TableRecord record : records.findAll(Actor.system(), table, ids)) {
            numbers.put(record.sysId(), record.get("number"));
          }
        });
    return numbers;
  }

  private record Entry(
      String messageId,
      EntryStatus status,
      String table,
      String record,
      String conflicts,
      String info,
      boolean failing,
      String retries) {

    static Entry of(ResultSet row) throws SQLException {
      return new Entry(
          text(row.getString(1)),
          EntryStatus.of(row.getString(2)),
          text(row.getString(3)),
          text(row.getString(4)),
          text(row.getString(5)),
          text(row.getString(6)),
          row.getBoolean(7),
          text(row.getString(8)));
    }

    private static String text(@Nullable String stored) {
      return Objects.requireNonNullElse(stored, "");
    }

    InboundReceipt receipt(String number) {
      List<FlowOutcome.Conflict> fields = FlowOutcome.Conflict.read(conflicts);
      ReceiptState state =
          switch (status) {
            case READY -> ReceiptState.RECEIVED;
            case PROCESSED -> fields.isEmpty() ? ReceiptState.APPLIED : ReceiptState.CONFLICT;
            case SKIPPED -> ReceiptState.SKIPPED;
            case ERROR -> ReceiptState.ERROR;
          };
      boolean isTold = failing || state == ReceiptState.SKIPPED;
      return new InboundReceipt(
          state,
          table,
          record,
          number,
          fields,
          isTold ? InboundReceipt.shortened(info) : "",
          failing && state.isOpen() ? tries() : 0);
    }

    private int tries() {
      return retries.isEmpty() ? 1 : Math.max(1, RetryMetadata.parse(retries).attempt());
    }
  }
}
