package dev.processsync.storage;

import dev.processsync.dictionary.TableRecord;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record with its place in an order.
 *
 * @param place what it is ordered by, null where that is empty
 */
record PlacedRecord(TableRecord record, List<@Nullable Object> place) {
  PlacedRecord {
    place = Collections.unmodifiableList(place);
  }
}
