package dev.processsync.console.form.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A form's file together with what the dictionary says of its fields. */
final class SettledForm {

  private static final List<String> OF_THE_DICTIONARY =
      List.of("readonly", "disabled", "values", "decimalDigits", "serializeToString");
  private static final List<String> VALIDATED_BY_THE_DICTIONARY = List.of("required", "maxLength");
  private static final Set<String> TEXT_TYPES = Set.of("textfield", "textarea");

  private final Table table;
  private final FormFiles.FormFile file;
  private final Set<String> named = new HashSet<>();

  SettledForm(Table table, FormFiles.FormFile file) {
    this.table = table;
    this.file = file;
  }

  /**
   * @throws FormProblem if the file has a field that the table hasn't, or has one twice
   */
  ObjectNode schema() {
    ObjectNode schema = file.schema().deepCopy();
    ArrayNode components = schema.putArray("components");
    flat(file.schema()).map(this::settled).filter(this::isShown).forEach(components::add);
    components.addAll(GeneratedForm.components(table, missing()));
    return schema;
  }

  private static Stream<JsonNode> flat(JsonNode parent) {
    return StreamSupport.stream(parent.path("components").spliterator(), false)
        .flatMap(child -> child.has("components") ? flat(child) : Stream.of(child));
  }

  private boolean isShown(JsonNode component) {
    return !"=true".equals(component.path("conditional").path("hide").asText())
        && table.field(component.path("key").asText()).filter(Field::hidden).isEmpty();
  }

  private List<Field> missing() {
    return GeneratedForm.visible(table).stream()
        .filter(field -> !named.contains(field.name()))
        .toList();
  }

  private JsonNode settled(JsonNode component) {
    String key = component.path("key").asText();
    if (key.isEmpty()) {
      return component;
    }
    if (!named.add(key)) {
      throw new FormProblem(file.name(), "it has '%s' twice".formatted(key));
    }
    return settled((ObjectNode) component, field(key));
  }

  private ObjectNode settled(ObjectNode component, Field field) {
    ObjectNode said = FieldComponent.of(table, field);
    said.remove("id");
    if (FieldComponent.isFreeText(field) && TEXT_TYPES.contains(component.path("type").asText())) {
      said.remove("type");
    }
    if (component.path("disabled").asBoolean()) {
      said.put("readonly", true);
    }
    ObjectNode settled = component.deepCopy();
    settled.remove(OF_THE_DICTIONARY);
    settled.withObjectProperty("validate").remove(VALIDATED_BY_THE_DICTIONARY);
    for (String part : List.of("validate", "properties")) {
      settled.withObjectProperty(part).setAll(said.withObjectProperty(part));
      said.remove(part);
      if (settled.path(part).isEmpty()) {
        settled.remove(part);
      }
    }
    settled.setAll(said);
    return settled;
  }

  private Field field(String key) {
    return table
        .field(key)
        .orElseThrow(
            () ->
                new FormProblem(
                    file.name(),
                    "%s has no field '%s'; it has %s"
                        .formatted(
                            table.title(), key, String.join(", ", table.fields().keySet()))));
  }
}
