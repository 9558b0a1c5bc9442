package dev.processsync.queue.entry;

import dev.processsync.record.Origin;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;

/** What both queues write for a new entry. */
public final class NewEntryRow {

  private NewEntryRow() {}

  /**
   * @param entry as it is put into the queue; its sequence is drawn when it is written
   * @param by login of whoever made or delivered it
   */
  public static Map<Field<?>, Object> of(Queue queue, QueueEntry entry, int lane, String by) {
    LocalDateTime now = LocalDateTime.ofEpochSecond(entry.queuedMs() / 1000, 0, ZoneOffset.UTC);
    Origin origin = entry.origin();
    Map<Field<?>, Object> row = new LinkedHashMap<>();
    row.put(QueueColumns.SYS_ID, entry.sysId());
    row.put(QueueColumns.CLASS, queue.table());
    row.put(QueueColumns.SEQUENCE, QueueColumns.NEXT_SEQUENCE.nextval());
    row.put(QueueColumns.STATUS, "ready");
    row.put(QueueColumns.STAGE, Stage.FLOW.value());
    row.put(QueueColumns.LANE, (long) lane);
    row.put(QueueColumns.PROCESS_EVENT, entry.processEvent());
    row.put(QueueColumns.OPERATION, entry.operation().value());
    row.put(QueueColumns.REMOTE_SYSTEM, entry.remoteSystem());
    row.put(QueueColumns.PAYLOAD, entry.payload());
    row.put(QueueColumns.QUEUED_MS, entry.queuedMs());
    row.put(QueueColumns.ORIGIN_INSTANCE, origin.instance().isEmpty() ? null : origin.instance());
    row.put(QueueColumns.HOPS, (long) origin.hops());
    row.put(QueueColumns.CREATED, now);
    row.put(QueueColumns.CREATED_BY, by);
    row.put(QueueColumns.UPDATED, now);
    row.put(QueueColumns.UPDATED_BY, by);
    row.put(QueueColumns.MOD_COUNT, 0L);
    return row;
  }
}
