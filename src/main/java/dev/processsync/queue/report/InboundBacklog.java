package dev.processsync.queue.report;

import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.springframework.stereotype.Repository;

/**
 * How much of each remote system waits in the inbound queue. Read along the workers' indexes; how
 * long a payload is the databases know without reading it.
 */
@Repository
public class InboundBacklog {

  private static final String ON_POSTGRES =
      """
      (select remote_system, octet_length(payload) as size from process_sync.ih_sync_inbound_queue
       where status = 'ready' and stage = 'flow' order by lane, sequence limit ?)
      union all
      (select remote_system, octet_length(payload) as size from process_sync.ih_sync_inbound_queue
       where status = 'ready' and stage = 'engine' order by local_correlation_id, sequence limit ?)
      """;

  private static final String ON_H2 =
      """
      select entry.remote_system, char_length(entry.payload) as size
      from process_sync.queue_lane lane
      join process_sync.ih_sync_inbound_queue entry on entry.lane = lane.lane and entry.status = 'ready'
      where lane.queue = 'inbound'
      limit ?
      """;

  /** However many remote systems there are, counting ends. */
  private static final int SYSTEMS = 10;

  private final DSLContext sql;

  InboundBacklog(DSLContext sql) {
    this.sql = sql;
  }

  /** What is Ready. */
  public record Waiting(long messages, long characters) {

    public static final Waiting NOTHING = new Waiting(0, 0);

    public Waiting and(Waiting other) {
      return new Waiting(messages + other.messages, characters + other.characters);
    }

    public Waiting without(Waiting other) {
      return new Waiting(messages - other.messages, characters - other.characters);
    }
  }

  /**
   * What waits, by remote system.
   *
   * @param each how many messages of one remote system are worth counting
   */
  public Map<String, Waiting> waiting(int each) {
    int atMost = Math.multiplyExact(each, SYSTEMS);
    boolean isPostgres = sql.family() == SQLDialect.POSTGRES;
    Object[] limits = isPostgres ? new Object[] {atMost, atMost} : new Object[] {atMost};
    return sql
        .fetch(
            "select remote_system, count(*) as messages, sum(size) as characters from ("
                + (isPostgres ? ON_POSTGRES : ON_H2)
                + ") waiting group by remote_system",
            limits)
        .stream()
        .collect(
            Collectors.toMap(row -> row.get("remote_system", String.class), InboundBacklog::of));
  }

  private static Waiting of(Record row) {
    Long characters = row.get("characters", Long.class);
    return new Waiting(row.get("messages", Long.class), characters == null ? 0 : characters);
  }
}
