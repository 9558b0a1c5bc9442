package dev.processsync.console.form.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import java.util.Map;
import java.util.Set;

/** A field of the dictionary as a component of a form. */
final class FieldComponent {

  private static final Map<FieldType, String> CONTROLS =
      Map.of(
          FieldType.REFERENCE, "reference",
          FieldType.PASSWORD, "password",
          FieldType.DATE_TIME, "datetime");

  private static final Set<FieldType> TEXTS =
      Set.of(FieldType.STRING, FieldType.EXACT, FieldType.TEXT);

  private static final int LINE = 255;

  private FieldComponent() {}

  /** Without a place in the layout. */
  static ObjectNode of(Table table, Field field) {
    ObjectNode component = JsonNodeFactory.instance.objectNode();
    component.put("id", "Field_" + field.name());
    component.put("type", type(field));
    component.put("key", field.name());
    component.put("label", field.label());
    if (!field.choices().isEmpty()) {
      ArrayNode values = component.putArray("values");
      field
          .choices()
          .forEach((value, label) -> values.addObject().put("label", label).put("value", value));
    } else if (field.type() == FieldType.INTEGER) {
      component.put("decimalDigits", 0).put("serializeToString", true);
    }
    String control = CONTROLS.get(field.type());
    if (control != null) {
      ObjectNode properties = component.putObject("properties").put("control", control);
      if (field.isReference()) {
        properties.put("table", field.reference());
      }
    }
    boolean isReadOnly = field.readOnly() || isNumber(table, field);
    if (isReadOnly) {
      component.put("readonly", true);
    }
    if (field.mandatory()) {
      component.withObjectProperty("validate").put("required", true);
    }
    if (isFreeText(field) && !isReadOnly) {
      component.withObjectProperty("validate").put("maxLength", field.length());
    }
    return component;
  }

  /** Whether people write what they like, so that a form may choose the control. */
  static boolean isFreeText(Field field) {
    return TEXTS.contains(field.type()) && field.choices().isEmpty();
  }

  static boolean isWide(Field field) {
    return isFreeText(field) && field.length() > LINE;
  }

  private static boolean isNumber(Table table, Field field) {
    Table.Numbering numbering = table.numbering();
    return numbering != null && numbering.field().equals(field.name());
  }

  private static String type(Field field) {
    if (!field.choices().isEmpty()) {
      return "select";
    }
    return switch (field.type()) {
      case BOOLEAN -> "checkbox";
      case INTEGER -> "number";
      case TEXT -> "textarea";
      case STRING -> isWide(field) ? "textarea" : "textfield";
      default -> "textfield";
    };
  }
}
