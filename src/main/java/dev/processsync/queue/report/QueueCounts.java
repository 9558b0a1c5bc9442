package dev.processsync.queue.report;

import dev.processsync.queue.entry.Queue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.springframework.stereotype.Repository;

/**
 * How much waits and how much failed, for those who look at it: counted up to {@link #AT_MOST}, so
 * that looking costs little however much it is.
 *
 * <p>Along the workers' indexes. PostgreSQL's hold only what waits there, so they are read as they
 * are; H2's begin with what the workers ask for, so each lane is asked.
 */
@Repository
public class QueueCounts {

  /** Where counting ends: for what waits to be sent to a remote system, and for all the rest. */
  public static final int AT_MOST = 10_000;

  /** The entries that {@link #stuck} counts, as an encoded query. */
  public static final String STUCK_QUERY =
      "status=ready^stage!=transmit^failing=true^ORretry_metadataISNOTEMPTY";

  private static final String FLOWS_ON_POSTGRES =
      """
      (select remote_system, queued_ms from process_sync.%1$s
       where status = 'ready' and stage = 'flow' order by lane, sequence limit ?)
      union all
      (select remote_system, queued_ms from process_sync.%1$s
       where status = 'ready' and stage = 'engine' order by %2$s, sequence limit ?)
      """;

  private static final String MESSAGES_ON_POSTGRES =
      """
      union all
      (select message.remote_system, message.queued_ms
       from process_sync.ih_sync_remote_system remote
       cross join lateral (
         select remote_system, queued_ms from process_sync.%1$s
         where remote_system = remote.sys_id and status = 'ready' and stage = 'transmit'
         order by sequence limit ?) message)
      """;

  private static final String WAITING_ON_H2 =
      """
      select entry.remote_system, entry.queued_ms
      from process_sync.queue_lane lane
      join process_sync.%1$s entry on entry.lane = lane.lane and entry.status = 'ready'
      where lane.queue = '%2$s'
      limit ?
      """;

  /** What waits for its flow or has it in the engine; messages wait for their remote system. */
  private static final String STUCK =
      """
      select remote_system, queued_ms from (%s) waiting
      where stage <> 'transmit' and (failing or retry_metadata is not null)
      """;

  private static final String FAILED_ON_POSTGRES =
      """
      select remote_system, queued_ms from process_sync.%1$s
      where status = 'error' order by %2$s, sequence limit ?
      """;

  private static final String FAILED_ON_H2 = WAITING_ON_H2.replace("'ready'", "'error'");

  private final DSLContext sql;

  QueueCounts(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Entries of a remote system.
   *
   * @param entries how many, or at least how many if there are more than {@link #AT_MOST}
   * @param oldestMs when the oldest came into the queue, epoch milliseconds
   */
  public record Count(int entries, long oldestMs) {}

  /** The Ready entries, by remote system; one for which nothing waits is left out. */
  public Map<String, Count> waiting(Queue queue) {
    if (!isPostgres()) {
      return count(WAITING_ON_H2.formatted(queue.table(), queue.value()), AT_MOST);
    }
    String flows = FLOWS_ON_POSTGRES.formatted(queue.table(), queue.orderedBy());
    return queue == Queue.INBOUND
        ? count(flows, AT_MOST, AT_MOST)
        : count(flows + MESSAGES_ON_POSTGRES.formatted(queue.table()), AT_MOST, AT_MOST, AT_MOST);
  }

  /**
   * Those among the Ready entries that were tried without getting further, by remote system: looked
   * for among as many as are counted.
   */
  public Map<String, Count> stuck(Queue queue) {
    return isPostgres()
        ? count(
            stuck(FLOWS_ON_POSTGRES).formatted(queue.table(), queue.orderedBy()), AT_MOST, AT_MOST)
        : count(stuck(WAITING_ON_H2).formatted(queue.table(), queue.value()), AT_MOST);
  }

  private static String stuck(String waiting) {
    return STUCK.formatted(
        waiting
            .replace("select remote_system, queued_ms", "select *")
            .replace("select entry.remote_system, entry.queued_ms", "select entry.*"));
  }

  /** The entries in Error, by remote system. */
  public Map<String, Count> failed(Queue queue) {
    return isPostgres()
        ? count(FAILED_ON_POSTGRES.formatted(queue.table(), queue.orderedBy()), AT_MOST)
        : count(FAILED_ON_H2.formatted(queue.table(), queue.value()), AT_MOST);
  }

  private Map<String, Count> count(String entries, Object... limits) {
    List<Record> rows =
        sql.fetch(
            "select remote_system, count(*) as entries, min(queued_ms) as oldest from ("
                + entries
                + ") counted group by remote_system",
            limits);
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.get("remote_system", String.class),
                row ->
                    new Count(row.get("entries", Integer.class), row.get("oldest", Long.class))));
  }

  private boolean isPostgres() {
    return sql.family() == SQLDialect.POSTGRES;
  }
}
