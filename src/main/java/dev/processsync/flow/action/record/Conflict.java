package dev.processsync.flow.action.record;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.change.FieldMerge;
import dev.processsync.conflict.FieldConflict;
import dev.processsync.correlation.Correlation;
import dev.processsync.dictionary.Field;

/**
 * A field that both sides changed before they heard of each other.
 *
 * @param outcome what was done
 */
record Conflict(Field field, FieldMerge merge, ConflictPolicy policy, FieldMerge.Outcome outcome) {

  FieldConflict of(Correlation correlation) {
    return new FieldConflict(
        correlation.remoteSystem(),
        correlation.sysId(),
        correlation.localTable(),
        correlation.localRecord(),
        field.name(),
        merge.base().orElse(""),
        merge.known(),
        merge.ours(),
        merge.theirs(),
        merge.ourChange(),
        merge.theirChange(),
        policy,
        switch (outcome) {
          case OVERWRITE -> FieldConflict.Outcome.REMOTE;
          case ASK -> FieldConflict.Outcome.OPEN;
          default -> FieldConflict.Outcome.LOCAL;
        });
  }

  /** For whoever reads the queue record. */
  String inWords() {
    return "%s (%s) was changed here and there, %s: %s."
        .formatted(
            field.label(),
            field.name(),
            policy == ConflictPolicy.NEWEST ? "and the newest counts" : "policy " + policy.value(),
            switch (outcome) {
              case OVERWRITE -> "what stood here was overwritten";
              case ASK -> "what arrived waits for a decision";
              default -> "what arrived was withheld";
            });
  }
}
