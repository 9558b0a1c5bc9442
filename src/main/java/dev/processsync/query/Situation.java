package dev.processsync.query;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.TableRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that a criterion looks at in memory. */
record Situation(TableRecord after, @Nullable TableRecord before, RecordLookup lookup) {

  /** As if nothing had happened yet. */
  Situation earlier() {
    TableRecord past = before != null ? before : new TableRecord(after.table(), Map.of());
    return new Situation(past, past, lookup);
  }

  /** The value at the end of the walk, empty if it leads nowhere. */
  String value(Walk walk) {
    TableRecord here = after;
    for (Field hop : walk.hops()) {
      String target = here.get(hop.name());
      if (target.isEmpty()) {
        return "";
      }
      TableRecord next = lookup.find(Walk.target(hop), target).orElse(null);
      if (next == null) {
        return "";
      }
      here = next;
    }
    return here.get(walk.field().name());
  }
}
