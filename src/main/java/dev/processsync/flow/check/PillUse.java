package dev.processsync.flow.check;

import dev.processsync.flow.Pills;
import dev.processsync.flow.payload.ChangedFields;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pill where it is used.
 *
 * @param known the names that there are at this place
 * @param values what its root can be; empty if it can be anything, or nothing
 */
record PillUse(Place place, Pill pill, List<String> known, List<Pills> values) {

  boolean isKnown() {
    return known.contains(pill.root());
  }

  /** The captured fields that it picks one of. */
  Stream<ChangedFields> changedFields() {
    return pill.path().isEmpty()
        ? Stream.empty()
        : values.stream().filter(ChangedFields.class::isInstance).map(ChangedFields.class::cast);
  }
}
