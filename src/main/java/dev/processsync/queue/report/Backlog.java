package dev.processsync.queue.report;

import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** How much waits. */
@Repository
public class Backlog {

  private final DSLContext sql;

  Backlog(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Ready entries for a remote system.
   *
   * @param atMost where counting ends, so that it costs little however many there are
   */
  public int ready(String remoteSystem, int atMost) {
    return Objects.requireNonNull(
            sql.fetchOne(
                """
                select count(*) as waiting
                from (
                  select 1 as entry
                  from process_sync.ih_sync_outbound_queue
                  where remote_system = ? and status = 'ready'
                  limit ?
                ) ready
                """,
                remoteSystem,
                atMost))
        .get("waiting", Integer.class);
  }
}
