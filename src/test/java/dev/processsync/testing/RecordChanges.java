package dev.processsync.testing;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Operation;
import dev.processsync.record.RecordChanged;
import dev.processsync.testing.slice.FlowSlice;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run has done to records. */
final class RecordChanges {

  private final FlowSlice world;
  private final FlowRun run;

  /** By sys_id, as the flow has written them last. */
  private final Map<String, TableRecord> created = new LinkedHashMap<>();

  private final Map<String, TableRecord> updated = new LinkedHashMap<>();
  private final Map<String, TableRecord> deleted = new LinkedHashMap<>();
  private final Map<String, Set<String>> changedFields = new LinkedHashMap<>();

  RecordChanges(FlowSlice world, FlowRun run) {
    this.world = world;
    this.run = run;
    run.changes().forEach(this::add);
  }

  private void add(RecordChanged change) {
    TableRecord record = change.record();
    String id = record.sysId();
    if (change.operation() == Operation.DELETE) {
      updated.remove(id);
      if (created.remove(id) == null) {
        deleted.put(id, record);
      }
      return;
    }
    boolean isNew = change.operation() == Operation.CREATE || created.containsKey(id);
    (isNew ? created : updated).put(id, record);
    if (!isNew) {
      changedFields.computeIfAbsent(id, key -> new LinkedHashSet<>()).addAll(change.changed());
    }
  }

  RecordAssert onlyCreated(String table) {
    return only(table, created.values(), "created");
  }

  RecordAssert onlyUpdated(String table) {
    return only(table, updated.values(), "updated");
  }

  void requireOnlyDeleted(String table) {
    one(table, deleted.values(), "deleted");
  }

  void requireNoneDeleted() {
    requireNone(deleted.values(), "deleted");
  }

  void requireNoneCreated() {
    requireNone(created.values(), "created");
  }

  void requireNoneUpdated() {
    requireNone(updated.values(), "updated");
  }

  /**
   * @param record as it was at any time
   */
  RecordAssert of(TableRecord record) {
    return new RecordAssert(
        world,
        run,
        world
            .records
            .find(Actor.system(), record.table(), record.sysId())
            .orElseThrow(
                () ->
                    new AssertionError(titles(List.of(record)) + " should be there, but is gone")),
        changedFields.getOrDefault(record.sysId(), Set.of()));
  }

  private RecordAssert only(String table, Collection<TableRecord> records, String what) {
    return of(one(table, records, what));
  }

  private TableRecord one(String table, Collection<TableRecord> records, String what) {
    String label = world.dictionary.require(table).title();
    List<TableRecord> ofTable =
        records.stream().filter(record -> record.table().equals(table)).toList();
    if (ofTable.size() != 1) {
      throw new AssertionError(
          "The flow should have %s one record of %s, but it %s %s; %s"
              .formatted(
                  what, label, what, records.isEmpty() ? "none" : titles(records), run.trace()));
    }
    return ofTable.get(0);
  }

  private void requireNone(Collection<TableRecord> records, String what) {
    if (!records.isEmpty()) {
      throw new AssertionError(
          "The flow should have %s no record, but it %s %s".formatted(what, what, titles(records)));
    }
  }

  private String titles(Collection<TableRecord> records) {
    return records.stream()
        .map(record -> RecordAssert.title(world.dictionary.require(record.table()), record))
        .collect(Collectors.joining(", "));
  }
}
