package dev.processsync.record;

import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A write on its way, as {@link RecordRule}s see and complete it. Not thread-safe; lives as long as
 * the write.
 */
public final class RecordChange {

  private final Operation operation;
  private final Table table;
  private final @Nullable TableRecord before;
  private final Map<String, String> values;
  private final Set<String> given;
  private final Map<String, String> secrets;
  private final Map<String, String> storedSecrets = new LinkedHashMap<>();
  private final Actor actor;

  RecordChange(
      Operation operation,
      Table table,
      @Nullable TableRecord before,
      Map<String, String> values,
      Set<String> given,
      Map<String, String> secrets,
      Actor actor) {
    this.operation = operation;
    this.table = table;
    this.before = before;
    this.values = new LinkedHashMap<>(values);
    this.given = Set.copyOf(given);
    this.secrets = Map.copyOf(secrets);
    this.actor = actor;
  }

  public Operation operation() {
    return operation;
  }

  public boolean isCreate() {
    return operation == Operation.CREATE;
  }

  public Table table() {
    return table;
  }

  public Actor actor() {
    return actor;
  }

  /** The stored record, empty for one that is being created. */
  public Optional<TableRecord> before() {
    return Optional.ofNullable(before);
  }

  public String sysId() {
    return get("sys_id");
  }

  /** The value that will be stored, empty if none. */
  public String get(String field) {
    return values.getOrDefault(field, "");
  }

  public boolean isTrue(String field) {
    return "true".equals(get(field));
  }

  /** Sets the value that will be stored; the field must be in the table. */
  public void set(String field, String value) {
    values.put(table.require(field).name(), value);
  }

  /** Whether the caller named the field, even with the value that it has, even empty. */
  public boolean isGiven(String field) {
    return given.contains(field);
  }

  /** Whether the value to be stored differs from the stored one. */
  public boolean isChanged(String field) {
    return storedSecrets.containsKey(field)
        || !Objects.equals(get(field), before == null ? "" : before.get(field));
  }

  /** A password that the caller gave: seen by rules, never by records, events or logs. */
  public Optional<String> secret(String field) {
    return Optional.ofNullable(secrets.get(field));
  }

  /**
   * Stores a secret in the form that a rule made of it (encrypted, hashed); it never becomes part
   * of the record.
   *
   * @param stored never what the caller typed
   */
  public void storeSecret(String field, String stored) {
    storedSecrets.put(table.require(field).name(), stored);
  }

  /** The record as it will be stored, without secrets. */
  public TableRecord after() {
    Map<String, String> visible = new LinkedHashMap<>(values);
    table.fields().values().stream()
        .filter(field -> field.type() == FieldType.PASSWORD)
        .forEach(field -> visible.remove(field.name()));
    return new TableRecord(table.name(), visible);
  }

  /** What goes into the database, secrets included. */
  Map<String, String> storedValues() {
    Map<String, String> stored = new LinkedHashMap<>(after().values());
    stored.putAll(storedSecrets);
    return stored;
  }

  /** A refusal that blames a field. */
  public InvalidRecord invalid(String field, String message) {
    return new InvalidRecord(table.name(), field, message);
  }
}
