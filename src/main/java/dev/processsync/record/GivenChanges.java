package dev.processsync.record;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.problem.TableProblem;
import dev.processsync.storage.RecordStorage;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What callers want done to a record, as a change that rules and checks can look at: their values
 * read and looked up, with defaults, stamps and a number. Every refusal is a {@link TableProblem}.
 */
final class GivenChanges {

  private final RecordStorage storage;
  private final References references;
  private final Numbers numbers;
  private final Clock clock;

  GivenChanges(RecordStorage storage, References references, Numbers numbers, Clock clock) {
    this.storage = storage;
    this.references = references;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * A new record.
   *
   * @throws RecordConflict blaming {@code sys_id} if a record has the given one already
   */
  RecordChange create(Actor actor, Table table, Map<String, String> given) {
    String sysId = newSysId(table, given.getOrDefault("sys_id", ""));
    TableRecord nothing = new TableRecord(table.name(), Map.of());
    GivenValues parsed = GivenValues.parse(actor, table, given, nothing, references);
    Map<String, String> values = new LinkedHashMap<>();
    table.fields().forEach((name, field) -> values.put(name, field.defaultValue()));
    values.putAll(parsed.values());
    values.put("sys_id", sysId);
    values.put("sys_class_name", table.name());
    stamp(actor, values, "sys_created_on", "sys_created_by");
    stamp(actor, values, "sys_updated_on", "sys_updated_by");
    values.put("sys_mod_count", "0");
    numbers.settle(table, null, values);
    return change(Operation.CREATE, table, null, values, parsed, actor);
  }

  RecordChange update(Actor actor, Table table, TableRecord before, Map<String, String> given) {
    GivenValues parsed = GivenValues.parse(actor, table, given, before, references);
    Map<String, String> values = new LinkedHashMap<>(before.values());
    values.putAll(parsed.values());
    numbers.settle(table, before, values);
    return change(Operation.UPDATE, table, before, values, parsed, actor);
  }

  RecordChange delete(Actor actor, Table table, TableRecord before) {
    GivenValues nothing = new GivenValues(Map.of(), Map.of());
    return change(Operation.DELETE, table, before, before.values(), nothing, actor);
  }

  private String newSysId(Table table, String chosen) {
    if (chosen.isEmpty()) {
      return SysId.next();
    }
    SysId.requireValid(table, chosen);
    if (storage.find(table, chosen).isPresent()) {
      throw RecordWriter.taken(table);
    }
    return chosen;
  }

  private void stamp(Actor actor, Map<String, String> values, String on, String by) {
    values.put(on, LocalDateTime.now(clock).format(FieldValue.DATE_TIME));
    values.put(by, actor.userName());
  }

  private static RecordChange change(
      Operation operation,
      Table table,
      @Nullable TableRecord before,
      Map<String, String> values,
      GivenValues parsed,
      Actor actor) {
    Set<String> given = new LinkedHashSet<>(parsed.values().keySet());
    return new RecordChange(operation, table, before, values, given, parsed.secrets(), actor);
  }
}
