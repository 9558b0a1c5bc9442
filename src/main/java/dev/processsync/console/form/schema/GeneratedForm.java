package dev.processsync.console.form.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A form as the dictionary alone makes it: its fields in its order, two short ones beside each
 * other.
 */
final class GeneratedForm {

  private static final int ALL_COLUMNS = 16;

  private GeneratedForm() {}

  static ObjectNode of(Table table) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("id", table.name());
    form.put("type", "default");
    form.put("schemaVersion", 8);
    form.put("executionPlatform", "Camunda Platform");
    form.put("executionPlatformVersion", "7.24.0");
    form.putArray("components").addAll(components(table, visible(table)));
    return form;
  }

  /**
   * What people see: all but what does nothing yet, and the fields of the system, which tell where
   * a record comes from.
   */
  static List<Field> visible(Table table) {
    return table.fields().values().stream()
        .filter(field -> !field.hidden())
        .filter(field -> !(field.readOnly() && field.name().startsWith("sys_")))
        .toList();
  }

  static List<ObjectNode> components(Table table, Collection<Field> fields) {
    List<ObjectNode> components = new ArrayList<>();
    String openRow = "";
    for (Field field : fields) {
      ObjectNode component = FieldComponent.of(table, field);
      boolean isWide = FieldComponent.isWide(field);
      String row = isWide || openRow.isEmpty() ? "Row_" + field.name() : openRow;
      component
          .putObject("layout")
          .put("row", row)
          .put("columns", isWide ? ALL_COLUMNS : ALL_COLUMNS / 2);
      openRow = isWide || row.equals(openRow) ? "" : row;
      components.add(component);
    }
    return components;
  }
}
