package dev.processsync.console.list;

import dev.processsync.table.Dictionary;
import dev.processsync.table.DisplayValues;
import dev.processsync.table.Field;
import dev.processsync.table.Table;
import dev.processsync.table.TableRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What people read instead of ids. Where a record's display value is a reference itself (a capture
 * definition is called as its process event), that one's name.
 */
@Component
class Names {

  private final Dictionary dictionary;
  private final DisplayValues displayValues;

  Names(Dictionary dictionary, DisplayValues displayValues) {
    this.dictionary = dictionary;
    this.displayValues = displayValues;
  }

  /** By referenced table, then id; a few statements, however many records. */
  Map<String, Map<String, String>> of(Collection<TableRecord> records, Collection<Field> fields) {
    Map<String, Map<String, String>> names =
        new HashMap<>(displayValues.ofReferences(records, fields));
    names.replaceAll((tableName, byId) -> spelled(dictionary.require(tableName), byId));
    return names;
  }

  private Map<String, String> spelled(Table table, Map<String, String> byId) {
    Field display = table.require(table.display());
    String further = display.reference();
    if (further == null) {
      return byId;
    }
    List<TableRecord> records =
        byId.values().stream()
            .map(id -> new TableRecord(table.name(), Map.of(display.name(), id)))
            .toList();
    Map<String, String> known =
        displayValues.ofReferences(records, List.of(display)).getOrDefault(further, Map.of());
    Map<String, String> spelled = new HashMap<>();
    byId.forEach((id, value) -> spelled.put(id, known.getOrDefault(value, "")));
    return spelled;
  }
}
