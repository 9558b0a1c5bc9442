package dev.processsync.purge;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The records of what was purged. Each write is committed at once: a run can be watched, and what
 * it did is known even if it is cut off.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class PurgeRuns {

  static final String TABLE = "ih_sync_purge_run";

  private final Records records;
  private final Clock clock;

  PurgeRuns(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  Optional<TableRecord> last() {
    return records.list(Actor.system(), TABLE, Query.parse("ORDERBYDESCstarted"), 0, 1).stream()
        .findFirst();
  }

  /** Only for whoever has the turn: what seems to be running is not. */
  TableRecord start() {
    records
        .findBy(Actor.system(), TABLE, Map.of("status", "running"))
        .forEach(
            cut -> end(cut, "failed", Map.of(), "The node that ran it stopped before the end."));
    return records.insert(Actor.system(), TABLE, Map.of("started", now(), "status", "running"));
  }

  TableRecord end(TableRecord run, String status, Map<String, Integer> counts, String message) {
    Map<String, String> values = new HashMap<>();
    counts.forEach((field, count) -> values.put(field, count.toString()));
    values.put("finished", now());
    values.put("status", status);
    values.put("message", message);
    return records.update(Actor.system(), TABLE, run.sysId(), values);
  }

  private String now() {
    return LocalDateTime.now(clock).format(FieldValue.DATE_TIME);
  }
}
