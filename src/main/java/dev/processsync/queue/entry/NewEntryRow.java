package dev.processsync.queue.entry;

import dev.processsync.dictionary.SysId;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;

/** What both queues write for a new entry. */
public final class NewEntryRow {

  private NewEntryRow() {}

  public static Map<Field<?>, Object> of(
      Queue queue,
      long nowMs,
      String by,
      int lane,
      String processEvent,
      Operation operation,
      String remoteSystem,
      String payload,
      Origin origin) {
    LocalDateTime now =
        LocalDateTime.ofEpochSecond(nowMs / 1000, 0, ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.SECONDS);
    Map<Field<?>, Object> row = new LinkedHashMap<>();
    row.put(QueueColumns.SYS_ID, SysId.next());
    row.put(QueueColumns.CLASS, queue.table());
    row.put(QueueColumns.SEQUENCE, QueueColumns.NEXT_SEQUENCE.nextval());
    row.put(QueueColumns.STATUS, "ready");
    row.put(QueueColumns.STAGE, Stage.FLOW.value());
    row.put(QueueColumns.LANE, (long) lane);
    row.put(QueueColumns.PROCESS_EVENT, processEvent);
    row.put(QueueColumns.OPERATION, operation.value());
    row.put(QueueColumns.REMOTE_SYSTEM, remoteSystem);
    row.put(QueueColumns.PAYLOAD, payload);
    row.put(QueueColumns.QUEUED_MS, nowMs);
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
