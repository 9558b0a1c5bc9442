package dev.processsync.sync;

import dev.processsync.table.Actor;
import dev.processsync.table.RecordChange;
import dev.processsync.table.RecordRule;
import dev.processsync.table.Records;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An event's name is what links the instances, so it stays while something uses it. */
@Component
final class ProcessEventRule implements RecordRule {

  private static final List<String> USERS =
      List.of(SyncTables.CAPTURE, SyncTables.OUTBOUND_FLOW, SyncTables.INBOUND_FLOW);

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
      refuseRenameInUse(change);
    }
  }

  private void refuseRenameInUse(RecordChange change) {
    int uses =
        USERS.stream()
            .mapToInt(
                table ->
                    records
                        .findBy(Actor.system(), table, Map.of("process_event", change.sysId()))
                        .size())
            .sum();
    if (uses > 0) {
      String name = change.before().map(before -> before.get("name")).orElse("");
      throw change.invalid(
          "name",
          "Process Event '%s' is in use: %d capture definitions or flows name it, and the other instance knows it by this name. Create a new event '%s' and point them to it, or delete them first."
              .formatted(name, uses, change.get("name")));
    }
  }
}
