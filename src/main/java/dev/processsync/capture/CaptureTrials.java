package dev.processsync.capture;

import dev.processsync.capture.CaptureTrial.Condition;
import dev.processsync.definition.CaptureDefinition;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.record.Operation;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries a capture definition, Active or Draft, on a record that is there. */
@Service
class CaptureTrials {

  private static final String TABLE = "ih_sync_capture_definition";

  private final Records records;
  private final Dictionary dictionary;
  private final SyncDefinitions definitions;
  private final CaptureFilter filter;
  private final Payloads payloads;
  private final CurrentActor currentActor;

  CaptureTrials(
      Records records,
      Dictionary dictionary,
      SyncDefinitions definitions,
      CaptureFilter filter,
      Payloads payloads,
      CurrentActor currentActor) {
    this.records = records;
    this.dictionary = dictionary;
    this.definitions = definitions;
    this.filter = filter;
    this.payloads = payloads;
    this.currentActor = currentActor;
  }

  /**
   * @param previously values that fields of the record had before the change, for conditions that
   *     ask for changes; null if the record was created just now
   */
  @Transactional(readOnly = true)
  CaptureTrial of(String definition, String record, @Nullable Map<String, String> previously) {
    Actor actor = currentActor.get();
    TableRecord stored = records.get(actor, TABLE, definition);
    CaptureDefinition capture = capture(stored);
    Table table = dictionary.require(capture.table());
    TableRecord after = records.get(actor, table.name(), record);
    RecordChanged change = change(actor, table, after, previously);
    boolean meets = filter.meets(capture.filter(), table, change);
    boolean isNew = filter.hasJustComeToMeet(capture.filter(), table, change);
    return new CaptureTrial(
        meets,
        conditions(capture.filter(), table, change),
        stored.get("state").equals("active"),
        definitions.outboundFlows(capture.processEvent()).stream()
            .flatMap(flow -> definitions.remoteSystem(flow.remoteSystem()).stream())
            .map(RemoteSystem::name)
            .toList(),
        meets
            ? CaptureFilter.captures(capture, change, isNew)
            : capture.tellsOfLeaving() && filter.hasJustLeft(capture.filter(), table, change),
        payloads.of(capture, table, change, isNew));
  }

  private static CaptureDefinition capture(TableRecord stored) {
    return new CaptureDefinition(
        stored.sysId(),
        stored.get("definition"),
        stored.get("process_event"),
        0,
        stored.get("table"),
        stored.get("filter"),
        List.of(stored.get("fields").split(",")),
        "send".equals(stored.get("on_leave")));
  }

  private static RecordChanged change(
      Actor actor, Table table, TableRecord after, @Nullable Map<String, String> previously) {
    if (previously == null) {
      return new RecordChanged(
          Operation.CREATE, table.name(), null, after, after.values().keySet(), actor);
    }
    Map<String, String> values = new LinkedHashMap<>(after.values());
    previously.forEach((field, value) -> values.put(table.require(field).name(), value));
    Set<String> changed = new TreeSet<>(values.keySet());
    changed.removeIf(field -> after.get(field).equals(values.get(field)));
    return new RecordChanged(
        Operation.UPDATE,
        table.name(),
        new TableRecord(table.name(), values),
        after,
        changed,
        actor);
  }

  private List<Condition> conditions(String encoded, Table table, RecordChanged change) {
    Stream<Query.AnyOf> all =
        Query.parse(encoded).alternatives().stream()
            .flatMap(alternative -> alternative.conditions().stream());
    return all.map(
            condition ->
                new Condition(
                    condition.toString(), filter.meets(condition.toString(), table, change)))
        .toList();
  }
}
