package dev.processsync.capture;

import dev.processsync.change.FieldChanges;
import dev.processsync.conflict.Conflicts;
import dev.processsync.conflict.FieldConflict.Outcome;
import dev.processsync.conflict.OpenConflict;
import dev.processsync.record.Operation;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.RemoteEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whoever changes a field about which somebody is asked has decided: what stands here then counts,
 * and the remote system is told as of any decision.
 */
@Component
class OwnEdits {

  private final ObjectProvider<Conflicts> conflicts;

  /** Conflicts are records, whose changes are captured: they are looked up at their first use. */
  OwnEdits(ObjectProvider<Conflicts> conflicts) {
    this.conflicts = conflicts;
  }

  /**
   * Closes the conflicts that a change decides.
   *
   * @return the change as each remote system is to be told of it that a conflict was open with
   */
  Map<String, RecordChanged> deciding(RecordChanged change) {
    if (change.operation() != Operation.UPDATE
        || !FieldChanges.parse(change.record().get(FieldChanges.FIELD)).isHeard()) {
      return Map.of();
    }
    Map<String, Map<String, String>> there = new LinkedHashMap<>();
    for (OpenConflict open : conflicts.getObject().open(change.record().sysId())) {
      if (change.changed().contains(open.field())
          && !Decision.tells(open.remoteSystem(), change)
          && change
              .event()
              .map(RemoteEvent::remoteSystem)
              .filter(open.remoteSystem()::equals)
              .isEmpty()) {
        boolean isTheirs = change.record().get(open.field()).equals(open.theirs());
        conflicts
            .getObject()
            .settle(open.correlation(), open.field(), isTheirs ? Outcome.REMOTE : Outcome.LOCAL);
        if (!isTheirs) {
          there
              .computeIfAbsent(open.remoteSystem(), system -> new HashMap<>())
              .put(open.field(), open.theirs());
        }
      }
    }
    Map<String, RecordChanged> told = new LinkedHashMap<>();
    there.forEach((system, values) -> told.put(system, Decision.asThere(change, values)));
    return told;
  }
}
