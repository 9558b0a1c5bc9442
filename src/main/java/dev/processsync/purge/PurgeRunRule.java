package dev.processsync.purge;

import dev.processsync.record.Actor;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import org.springframework.stereotype.Component;

/** What was purged is told by whoever purged it. */
@Component
class PurgeRunRule implements RecordRule {

  @Override
  public boolean appliesTo(String table) {
    return table.equals(PurgeRuns.TABLE);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    if (!change.actor().equals(Actor.system())) {
      throw change.invalid(
          "", "Purge runs are written by the system: POST /api/process-sync/v1/purge starts one.");
    }
  }
}
