package dev.processsync.designer.check;

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
public record PillUse(Place place, Pill pill, List<String> known, List<Pills> values) {

  public boolean isKnown() {
    return known.contains(pill.root());
  }

  /** The captured fields that it picks one of. */
  public Stream<ChangedFields> changedFields() {
    return pill.path().isEmpty()
        ? Stream.empty()
        : values.stream().filter(ChangedFields.class::isInstance).map(ChangedFields.class::cast);
  }
}
