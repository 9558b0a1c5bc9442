package dev.processsync.flow.action;

import dev.processsync.flow.payload.ChangedField;
import dev.processsync.table.Dictionary;
import dev.processsync.table.Field;
import dev.processsync.table.References;
import dev.processsync.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the {@code fields} of a mapping into values for a record of this instance. */
@Component
class MappedFields {

  private final Dictionary dictionary;
  private final References references;
  private final FlowNotes notes;

  MappedFields(Dictionary dictionary, References references, FlowNotes notes) {
    this.dictionary = dictionary;
    this.references = references;
    this.notes = notes;
  }

  /**
   * The values to write. A field whose pill the payload didn't bring is left out; a reference that
   * leads nowhere is emptied, with a warning in the flow's notes.
   *
   * @throws dev.processsync.table.NoSuchField if the table lacks a field
   */
  Map<String, String> resolve(Step step, String tableName, Map<?, ?> mapping) {
    Table table = dictionary.require(tableName);
    Map<String, String> values = new LinkedHashMap<>();
    mapping.forEach(
        (name, value) -> {
          Field field = table.require(String.valueOf(name).strip());
          if (value != null) {
            values.put(field.name(), resolve(step, table, field, value));
          }
        });
    return values;
  }

  private String resolve(Step step, Table table, Field field, Object value) {
    String target = field.reference();
    if (target == null || value.toString().isBlank()) {
      return value.toString();
    }
    List<String> meant =
        value instanceof ChangedField captured
            ? Stream.of(captured.value(), captured.displayValue())
                .filter(text -> !text.isBlank())
                .toList()
            : List.of(value.toString().strip());
    for (String idOrDisplay : meant) {
      if (references.resolve(target, idOrDisplay) instanceof References.Resolved.Found found) {
        return found.sysId();
      }
    }
    notes.warn(step, unresolved(table, field, target, meant));
    return "";
  }

  private String unresolved(Table table, Field field, @Nullable String target, List<String> meant) {
    return "%s (%s.%s) stays empty: no record, or more than one, of %s is '%s'."
        .formatted(field.label(), table.name(), field.name(), target, String.join("' or '", meant));
  }
}
