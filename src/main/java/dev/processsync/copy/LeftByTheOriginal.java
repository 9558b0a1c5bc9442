package dev.processsync.copy;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.queue.entry.Queue;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the original was about to send when the copy was made: the original sends it itself. */
@Component
class LeftByTheOriginal {

  private static final int PAGE = 500;

  private final Records records;

  LeftByTheOriginal(Records records) {
    this.records = records;
  }

  /** Skips events and gives up mails that wait. */
  void drop() {
    settle(Queue.OUTBOUND.table(), "status=ready", Map.of("status", "skipped"));
    settle("sys_email", "state=ready", Map.of("state", "ignored"));
  }

  private void settle(String table, String which, Map<String, String> values) {
    Query waiting = Query.parse(which + "^ORDERBYsys_id");
    for (List<TableRecord> page = page(table, waiting); !page.isEmpty(); ) {
      page.forEach(record -> records.update(Actor.system(), table, record.sysId(), values));
      page = page(table, waiting);
    }
  }

  private List<TableRecord> page(String table, Query waiting) {
    return records.list(Actor.system(), table, waiting, 0, PAGE);
  }
}
