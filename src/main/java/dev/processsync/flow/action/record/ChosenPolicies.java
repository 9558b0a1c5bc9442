package dev.processsync.flow.action.record;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.dictionary.Field;

/** What was chosen to become of conflicts. */
record ChosenPolicies(ConflictPolicy others) {

  ConflictPolicy of(Field field) {
    return others;
  }
}
