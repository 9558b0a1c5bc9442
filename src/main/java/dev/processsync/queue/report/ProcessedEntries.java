package dev.processsync.queue.report;

import dev.processsync.queue.entry.Queue;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/**
 * How many entries were processed when, and how long it took: read from an index that has all that
 * it takes, not from the entries.
 */
@Repository
public class ProcessedEntries {

  private final DSLContext sql;

  ProcessedEntries(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Entries of a remote system that were processed in the same hour.
   *
   * @param hour its beginning, UTC
   * @param processingMs of all of them together
   * @param waitedMs time in the queue, of all of them together
   */
  public record InHour(
      String remoteSystem, LocalDateTime hour, long entries, long processingMs, long waitedMs) {}

  /**
   * By remote system and hour; hours in which nothing was processed are left out.
   *
   * @param from inclusive, UTC
   * @param until exclusive
   */
  public List<InHour> byHour(Queue queue, LocalDateTime from, LocalDateTime until) {
    return sql.fetch(
            """
            select remote_system, date_trunc('hour', processed_at) as in_hour, count(*) as entries,
              sum(processing_time) as processing, sum(time_in_queue) as waited
            from process_sync.%s
            where status = 'processed' and processed_at >= ? and processed_at < ?
            group by remote_system, date_trunc('hour', processed_at)
            """
                .formatted(queue.table()),
            from,
            until)
        .map(ProcessedEntries::inHour);
  }

  private static InHour inHour(Record row) {
    return new InHour(
        row.get("remote_system", String.class),
        row.get("in_hour", LocalDateTime.class),
        row.get("entries", Long.class),
        sum(row, "processing"),
        sum(row, "waited"));
  }

  private static long sum(Record row, String of) {
    return Objects.requireNonNullElse(row.get(of, Long.class), 0L);
  }
}
