package dev.processsync.queue.report;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.queue.receipt.ReceiptState;
import dev.processsync.queue.report.QueueCounts.Count;
import dev.processsync.settings.Settings;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Repository;

/** Messages that were sent and did not end well, or not yet, where they arrived. */
@Repository
@DependsOnDatabaseInitialization
public class ReceiptCounts {

  /** The entries that {@link #failed} counts, as an encoded query. */
  public static final String FAILED_QUERY = "receipt=error";

  private final DSLContext sql;
  private final Settings settings;
  private final Clock clock;

  ReceiptCounts(DSLContext sql, Settings settings, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.clock = clock;
  }

  /** Messages whose flow failed at the other side, by remote system. */
  public Map<String, Count> failed() {
    return count(ReceiptState.ERROR, clock.millis());
  }

  /** Messages of which the other side has not said for too long how they ended. */
  public Map<String, Count> overdue() {
    return count(ReceiptState.RECEIVED, overdueMs());
  }

  /** The entries that {@link #overdue} counts, as an encoded query. */
  public String overdueQuery() {
    return "receipt=received^processed_at<="
        + LocalDateTime.ofEpochSecond(overdueMs() / 1000, 0, ZoneOffset.UTC)
            .format(FieldValue.DATE_TIME);
  }

  private long overdueMs() {
    return clock.millis() - settings.current().receipts().overdue().toMillis();
  }

  private Map<String, Count> count(ReceiptState state, long sinceMs) {
    return sql
        .fetch(
            """
            select remote_system, count(*) as entries, min(since_ms) as oldest from (
              select remote_system, since_ms from process_sync.open_receipt
              where receipt = ? and since_ms <= ?
              limit ?
            ) counted
            group by remote_system
            """,
            state.value(),
            sinceMs,
            QueueCounts.AT_MOST)
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.get("remote_system", String.class),
                row ->
                    new Count(row.get("entries", Integer.class), row.get("oldest", Long.class))));
  }
}
