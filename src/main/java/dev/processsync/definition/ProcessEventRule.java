package dev.processsync.definition;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * An event's name is what links the instances, so it stays while another instance knows the event
 * by it. One's own records know it by its id.
 */
@Component
final class ProcessEventRule implements RecordRule {

  private final Records records;
  private final Belonging belonging;

  ProcessEventRule(Records records, Belonging belonging) {
    this.records = records;
    this.belonging = belonging;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals(SyncTables.PROCESS_EVENT);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    belonging.refuseMove(change);
    change.set("name", change.get("name").strip());
    if (!change.isCreate() && change.isChanged("name")) {
      refuseRenameOfWhatOthersKnow(change);
    }
  }

  private void refuseRenameOfWhatOthersKnow(RecordChange change) {
    String name = change.before().map(before -> before.get("name")).orElse("");
    for (TableRecord system : remoteSystems(change)) {
      if (knows(system, name)) {
        throw change.invalid(
            "name",
            "Remote System '%s' has a process event '%s' too, and the two are linked by this name: create a new event '%s' on both sides and point captures and flows to it."
                .formatted(system.get("name"), name, change.get("name")));
      }
    }
  }

  private List<TableRecord> remoteSystems(RecordChange change) {
    return records.findBy(
        Actor.system(), SyncTables.REMOTE_SYSTEM, Map.of("definition", change.get("definition")));
  }

  private boolean knows(TableRecord system, String event) {
    return List.of(system.get("remote_events").split("\n", -1)).contains(event)
        || !records
            .findBy(
                Actor.system(),
                SyncTables.REMOTE_CAPTURE,
                Map.of("remote_system", system.sysId(), "process_event", event))
            .isEmpty();
  }
}
