package dev.processsync.record;

import dev.processsync.dictionary.TableRecord;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record was written, published inside the transaction that writes it: a listener that fails
 * undoes the change.
 *
 * @param before null for a created record
 * @param after null for a deleted record
 * @param changed the fields whose values differ
 */
public record RecordChanged(
    Operation operation,
    String table,
    @Nullable TableRecord before,
    @Nullable TableRecord after,
    Set<String> changed,
    Actor actor) {

  /** The record as it is now, or as it last was if it was deleted. */
  public TableRecord record() {
    TableRecord latest = after != null ? after : before;
    if (latest == null) {
      throw new IllegalStateException("a change of " + table + " without a record");
    }
    return latest;
  }

  /** The event of a remote system that made this change, if any did. */
  public Optional<RemoteEvent> event() {
    return Optional.ofNullable(actor.event());
  }
}
