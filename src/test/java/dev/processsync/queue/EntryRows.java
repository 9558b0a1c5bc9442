package dev.processsync.queue;

import dev.processsync.dictionary.SysId;
import dev.processsync.queue.entry.Queue;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;

/** Writes entries as they may stand in a queue, past everything that would process them. */
public record EntryRows(DSLContext sql, Clock clock) {

  private static final AtomicLong SEQUENCE = new AtomicLong();

  /**
   * An entry of a remote system that nothing is sent to, last changed when it was created.
   *
   * @param queue the table
   * @param record the local record, or the local correlation id of an inbound entry
   * @return its sys_id
   */
  public String insert(String queue, String record, String status, String stage, Duration age) {
    boolean outbound = queue.equals(Queue.OUTBOUND.table());
    String sysId = SysId.next();
    LocalDateTime created = LocalDateTime.now(clock).minus(age);
    String key = outbound ? "local_record" : "message_id, local_correlation_id";
    String keys = outbound ? "?" : "'" + sysId + "', ?";
    sql.execute(
        "insert into process_sync."
            + queue
            + " (sys_id, sys_created_on, sys_updated_on, sys_mod_count, sequence, status, stage,"
            + " lane, operation, remote_system, payload, queued_ms, "
            + key
            + ") values (?, ?, ?, 0, ?, ?, ?, 7, 'update', 'nobody', '{}', 0, "
            + keys
            + ")",
        sysId,
        created,
        created,
        SEQUENCE.incrementAndGet(),
        status,
        stage,
        record);
    return sysId;
  }
}
