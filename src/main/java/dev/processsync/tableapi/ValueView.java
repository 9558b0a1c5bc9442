package dev.processsync.tableapi;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.DisplayValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of one field as the Table API shows them. */
final class ValueView {

  private final Field field;
  private final ReadOptions options;
  private final String tables;
  private final DisplayValues displayValues;
  private final Map<String, Map<String, String>> names;

  ValueView(
      Field field,
      ReadOptions options,
      String tables,
      DisplayValues displayValues,
      List<TableRecord> sources) {
    this.field = field;
    this.options = options;
    this.tables = tables;
    this.displayValues = displayValues;
    boolean named = field.isReference() && options.display() != DisplayMode.FALSE;
    this.names = named ? displayValues.ofReferences(sources, List.of(field)) : Map.of();
  }

  /** A string, or an object of strings: where display and value are both wanted, or a link. */
  Object of(String value) {
    Map<String, String> view = new LinkedHashMap<>();
    if (options.display() != DisplayMode.FALSE) {
      view.put("display_value", displayValues.of(field, value, names));
    }
    if (options.display() != DisplayMode.TRUE) {
      view.put("value", value);
    }
    if (field.isReference() && !value.isEmpty() && !options.excludeLinks()) {
      view.put("link", tables + "/" + field.reference() + "/" + value);
    }
    return view.size() == 1 ? view.values().iterator().next() : view;
  }
}
