package dev.processsync.queue;

import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * An entry as it stands in the database, read without the product's questions.
 *
 * @param name what was captured: each try gives every change a name of its own
 */
record StoredEntry(
    String sysId,
    long sequence,
    String name,
    String record,
    String remoteSystem,
    String status,
    String stage) {

  /** All outbound entries in order, as this thread's transaction sees them. */
  static List<StoredEntry> all(DSLContext sql) {
    return sql.fetch(
            """
            select sys_id, sequence, payload, local_record, remote_system, status, stage
            from process_sync.ih_sync_outbound_queue
            order by sequence
            """)
        .map(StoredEntry::of);
  }

  private static StoredEntry of(Record row) {
    return new StoredEntry(
        text(row, "sys_id"),
        Objects.requireNonNull(row.get("sequence", Long.class)),
        text(row, "payload"),
        text(row, "local_record"),
        text(row, "remote_system"),
        text(row, "status"),
        text(row, "stage"));
  }

  private static String text(Record row, String column) {
    return Objects.requireNonNull(row.get(column, String.class), column);
  }

  /** Entries of one key keep their order. */
  String key() {
    return remoteSystem + "/" + record;
  }

  boolean is(String wantedStatus, String wantedStage) {
    return status.equals(wantedStatus) && stage.equals(wantedStage);
  }

  boolean isEnded() {
    return status.equals("processed") || status.equals("skipped");
  }

  /** Whether later entries of its key have to wait for it. */
  boolean isInTheWay() {
    return status.equals("error") || is("ready", "engine");
  }

  boolean isBehind(StoredEntry other) {
    return key().equals(other.key()) && sequence > other.sequence;
  }
}
