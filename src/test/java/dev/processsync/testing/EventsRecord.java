package dev.processsync.testing;

import dev.processsync.correlation.Correlation;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Operation;
import dev.processsync.testing.slice.FlowSlice;
import dev.processsync.testing.slice.InMemory;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record that the events are about, as far as it is on this instance, and its correlation. What
 * is said of them becomes so when the flow runs, so that a test may say it in any order.
 */
final class EventsRecord {

  /** What is said of the correlation; {@code AS_IT_IS}: nothing, flows may have made one. */
  enum Link {
    AS_IT_IS,
    NONE,
    ACTIVE,
    INACTIVE
  }

  private final FlowSlice world;
  private Link link = Link.AS_IT_IS;
  private boolean deleted;
  private @Nullable TableRecord record;

  EventsRecord(FlowSlice world) {
    this.world = world;
  }

  void link(Link said) {
    link = said;
  }

  void is(TableRecord given) {
    record = given;
    deleted = false;
  }

  void isDeleted() {
    deleted = true;
  }

  /** The record that a flow is to send; it is gone if that is what happened to it. */
  TableRecord settle(Operation operation) {
    TableRecord sent = require();
    deleted |= operation == Operation.DELETE;
    settle();
    return sent;
  }

  void settle() {
    if (link != Link.AS_IT_IS) {
      world.memory.correlations.clear();
    }
    if (link == Link.ACTIVE || link == Link.INACTIVE) {
      TableRecord local = require();
      Correlation correlation =
          world.memory.create(
              InMemory.REMOTE,
              Given.LOCAL_CORRELATION_ID,
              Given.REMOTE_CORRELATION_ID,
              local.table(),
              local.sysId());
      world.memory.setActive(correlation, link == Link.ACTIVE);
    }
    link = Link.AS_IT_IS;
    if (deleted && record != null && stored(record).isPresent()) {
      world.records.delete(Actor.system(), record.table(), record.sysId());
    }
  }

  /** Which it is now: the correlated one, else the one that was given. */
  TableRecord now() {
    return world.memory.correlations.stream()
        .map(
            correlation ->
                new TableRecord(
                    correlation.localTable(), Map.of("sys_id", correlation.localRecord())))
        .findFirst()
        .or(() -> Optional.ofNullable(record))
        .orElseThrow(
            () ->
                new AssertionError(
                    "There is no local record: none was given, and none is correlated."));
  }

  private TableRecord require() {
    if (record == null) {
      record = world.records.insert(Actor.system(), "incident", Map.of());
    }
    return record;
  }

  private Optional<TableRecord> stored(TableRecord wanted) {
    return world.records.find(Actor.system(), wanted.table(), wanted.sysId());
  }
}
