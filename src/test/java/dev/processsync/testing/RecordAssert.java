package dev.processsync.testing;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.NoSuchField;
import dev.processsync.testing.slice.FlowSlice;
import dev.processsync.testing.slice.InMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;

/** What a record of this instance should be after the flow; {@link #actual()} is the record. */
public final class RecordAssert extends AbstractAssert<RecordAssert, TableRecord> {

  private final FlowSlice world;
  private final FlowRun run;
  private final Table table;
  private final Set<String> changed;

  /**
   * @param changed the fields that the run has changed
   */
  RecordAssert(FlowSlice world, FlowRun run, TableRecord record, Set<String> changed) {
    super(record, RecordAssert.class);
    this.world = world;
    this.run = run;
    this.table = world.dictionary.require(record.table());
    this.changed = changed;
  }

  /** As {@link #hasFields(Map)}, for one field. */
  public RecordAssert hasField(String name, String value) {
    return hasFields(Map.of(name, value));
  }

  /**
   * Each of these fields has this value, or shows it: a group may be given by its sys_id or by its
   * name, a state by its number or by its label. An empty text means an empty field.
   */
  public RecordAssert hasFields(Map<String, String> values) {
    List<String> wrong = new ArrayList<>();
    values.forEach(
        (name, wanted) -> {
          Field field = require(name);
          String value = actual.get(name);
          if (!value.equals(wanted) && !display(field).equals(wanted)) {
            wrong.add("%s should be '%s', but it is %s".formatted(name, wanted, shown(field)));
          }
        });
    if (!wrong.isEmpty()) {
      throw failure("%s:\n  %s", title(table, actual), String.join("\n  ", wrong));
    }
    return this;
  }

  /** A field's value has this text somewhere in it. */
  public RecordAssert hasFieldContaining(String name, String part) {
    Field field = require(name);
    if (!actual.get(name).contains(part)) {
      throw failure(
          "%s:\n  %s should contain '%s', but it is %s",
          title(table, actual), name, part, shown(field));
    }
    return this;
  }

  /** The run has changed none of its fields. */
  public RecordAssert isUnchanged() {
    return hasChangedOnly();
  }

  /** The run has changed these fields and no others, apart from what tables do by themselves. */
  public RecordAssert hasChangedOnly(String... fields) {
    Set<String> actually = new TreeSet<>(changed);
    actually.removeIf(name -> name.startsWith("sys_"));
    Set<String> wanted = new TreeSet<>(List.of(fields));
    if (!actually.equals(wanted)) {
      throw failure(
          "%s should have changed in %s, but it has changed in %s",
          title(table, actual),
          wanted.isEmpty() ? "nothing" : wanted,
          actually.isEmpty() ? "nothing" : actually);
    }
    return this;
  }

  /** An active correlation links it with the remote record. */
  public RecordAssert isCorrelated() {
    if (world.memory.correlations.stream()
        .noneMatch(
            correlation ->
                correlation.active() && correlation.localRecord().equals(actual.sysId()))) {
      throw failure(
          "%s should have an active correlation, but there is %s",
          title(table, actual),
          world.memory.correlations.isEmpty() ? "none" : world.memory.correlations);
    }
    return this;
  }

  /** The queue record leads to it, as the record that the flow was applied to. */
  public RecordAssert isOnQueueRecord() {
    if (!world.memory.applied.contains(
        new InMemory.Applied(run.entry(), actual.table(), actual.sysId()))) {
      throw failure(
          "The queue record should lead to %s [%s], but it leads to %s",
          title(table, actual),
          actual.sysId(),
          world.memory.applied.isEmpty() ? "no record" : world.memory.applied);
    }
    return this;
  }

  private Field require(String name) {
    try {
      return table.require(name);
    } catch (NoSuchField e) {
      throw new AssertionError(e.getMessage());
    }
  }

  private String display(Field field) {
    return world.displayValues.of(
        field,
        actual.get(field.name()),
        world.displayValues.ofReferences(List.of(actual), List.of(field)));
  }

  private String shown(Field field) {
    String value = actual.get(field.name());
    if (value.isEmpty()) {
      return "empty";
    }
    String display = display(field);
    return display.equals(value) ? "'" + value + "'" : "'%s' (%s)".formatted(value, display);
  }

  /** How messages name a record: {@code Incident INC0010001}. */
  static String title(Table table, TableRecord record) {
    String name = record.get(record.has("number") ? "number" : table.display());
    return table.label() + " " + (name.isEmpty() ? record.sysId() : name);
  }
}
