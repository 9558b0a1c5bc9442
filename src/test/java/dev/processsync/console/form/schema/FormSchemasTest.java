package dev.processsync.console.form.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.ModelChecks;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of tables that an instance's own dictionary makes or changes. */
class FormSchemasTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void aTableOfOnesOwnHasAFormWithItsFieldsInTheirOrder() {
    assertThat(keys(schema(desk())))
        .containsExactly(
            "number", "name", "owner", "size", "is_free", "since", "pin", "state", "notes");
  }

  @Test
  void eachKindOfFieldHasItsControl() {
    JsonNode form = schema(desk());

    assertThat(component(form, "number").path("readonly").asBoolean()).isTrue();
    assertThat(component(form, "name").path("type").asText()).isEqualTo("textfield");
    assertThat(component(form, "name").at("/validate/required").asBoolean()).isTrue();
    assertThat(component(form, "name").at("/validate/maxLength").asInt()).isEqualTo(40);
    assertThat(component(form, "owner").at("/properties/control").asText()).isEqualTo("reference");
    assertThat(component(form, "owner").at("/properties/table").asText()).isEqualTo("sys_user");
    assertThat(component(form, "size").path("type").asText()).isEqualTo("number");
    assertThat(component(form, "size").path("serializeToString").asBoolean()).isTrue();
    assertThat(component(form, "is_free").path("type").asText()).isEqualTo("checkbox");
    assertThat(component(form, "since").at("/properties/control").asText()).isEqualTo("datetime");
    assertThat(component(form, "pin").at("/properties/control").asText()).isEqualTo("password");
    assertThat(component(form, "state").at("/values/0/label").asText()).isEqualTo("In use");
    assertThat(component(form, "notes").path("type").asText()).isEqualTo("textarea");
  }

  @Test
  void shortFieldsStandBesideEachOther() {
    JsonNode form = schema(desk());

    assertThat(row(form, "number")).isEqualTo(row(form, "name")).isNotEqualTo(row(form, "owner"));
    assertThat(component(form, "notes").at("/layout/columns").asInt()).isEqualTo(16);
  }

  @Test
  void formJsOpensAGeneratedForm() throws IOException {
    Path file = folder.resolve("desk.form");
    JSON.writeValue(file.toFile(), schema(desk()));

    ModelChecks.requireReadableForms(file);
  }

  @Test
  void aFieldThatAnOwnDictionaryAddsComesLast() {
    JsonNode form =
        schema(group(text("name", "Name", 64), text("description", "Description", 1000), cost()));

    assertThat(keys(form)).containsExactly("name", "description", "cost_center");
    assertThat(component(form, "cost_center").path("label").asText()).isEqualTo("Cost center");
  }

  @Test
  void whatAnOwnDictionaryChangesWinsOverTheFile() {
    Field name = field("name", "Team", FieldType.STRING, null, Map.of(), false, true, 30);
    Field kind =
        field("description", "Kind", FieldType.EXACT, null, Map.of("a", "A"), true, false, 40);
    JsonNode form = schema(group(name, kind));

    assertThat(component(form, "name").path("label").asText()).isEqualTo("Team");
    assertThat(component(form, "name").path("readonly").asBoolean()).isTrue();
    assertThat(component(form, "name").has("validate")).isFalse();
    assertThat(component(form, "description").path("type").asText()).isEqualTo("select");
    assertThat(component(form, "description").at("/values/0/value").asText()).isEqualTo("a");
    assertThat(component(form, "description").at("/validate/required").asBoolean()).isTrue();
    assertThat(component(form, "description").path("id").asText()).isEqualTo("Field_Description");
  }

  @Test
  void aFileWithAFieldThatTheTableHasNotStopsTheStart() {
    assertThatExceptionOfType(FormProblem.class)
        .isThrownBy(() -> schema(group(text("name", "Name", 64))))
        .withMessageContaining("sys_user_group.form")
        .withMessageContaining("Group [sys_user_group] has no field 'description'; it has name.");
  }

  @Test
  void aFileWithAFieldTwiceStopsTheStart() {
    assertThatExceptionOfType(FormProblem.class)
        .isThrownBy(() -> settled("{'key':'name'},{'key':'name'}"))
        .withMessage("Form own.form: it has 'name' twice.");
  }

  @Test
  void groupsAreTakenApartAndWhatIsAlwaysHiddenIsLeftOut() {
    JsonNode form =
        settled(
            "{'type':'group','components':[{'key':'name','type':'textfield'}]},"
                + "{'key':'notes','conditional':{'hide':'=true'}},{'type':'text','text':'Hello'}");

    assertThat(keys(form)).startsWith("name", "").doesNotContain("notes").contains("owner");
  }

  @Test
  void aFieldThatTheFileDisablesIsReadOnly() {
    JsonNode form = settled("{'key':'name','type':'textfield','disabled':true}");

    assertThat(component(form, "name").path("readonly").asBoolean()).isTrue();
    assertThat(component(form, "name").has("disabled")).isFalse();
  }

  @Test
  void whoChangesASchemaChangesHisOwn() {
    Table desk = desk();
    FormSchemas schemas = new FormSchemas(new Dictionary(List.of(desk)), JSON);
    ((ObjectNode) schemas.of(desk)).removeAll();

    assertThat(keys(schemas.of(desk))).contains("name");
  }

  private static JsonNode schema(Table table) {
    return new FormSchemas(new Dictionary(List.of(table)), JSON).of(table);
  }

  private static JsonNode settled(String components) {
    try {
      ObjectNode schema =
          (ObjectNode)
              JSON.readTree("{'components':[%s]}".formatted(components).replace('\'', '"'));
      return new SettledForm(desk(), new FormFiles.FormFile("own.form", schema)).schema();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Table desk() {
    return table(
        "desk",
        "Desk",
        new Table.Numbering("number", "DSK", 1, 4),
        text("number", "Number", 40),
        field("name", "Name", FieldType.STRING, null, Map.of(), true, false, 40),
        field("owner", "Owner", FieldType.REFERENCE, "sys_user", Map.of(), false, false, 32),
        field("size", "Size", FieldType.INTEGER, null, Map.of(), false, false, 255),
        field("is_free", "Free", FieldType.BOOLEAN, null, Map.of(), false, false, 255),
        field("since", "Since", FieldType.DATE_TIME, null, Map.of(), false, false, 255),
        field("pin", "PIN", FieldType.PASSWORD, null, Map.of(), false, false, 255),
        field("state", "State", FieldType.EXACT, null, Map.of("u", "In use"), false, false, 40),
        field("notes", "Notes", FieldType.TEXT, null, Map.of(), false, false, 4000),
        field("sys_created_on", "Created", FieldType.DATE_TIME, null, Map.of(), false, true, 255));
  }

  /** Of the product's own tables the one with the shortest form. */
  private static Table group(Field... fields) {
    return table("sys_user_group", "Group", null, fields);
  }

  private static Field cost() {
    return text("cost_center", "Cost center", 20);
  }

  private static Table table(
      String name, String label, Table.@Nullable Numbering number, Field... fields) {
    Map<String, Field> byName = new LinkedHashMap<>();
    Stream.of(fields).forEach(field -> byName.put(field.name(), field));
    Table.Access access = new Table.Access(Set.of(), Set.of(), Set.of(), Set.of(), false);
    return new Table(
        name, label, label + "s", "name", number, access, List.of(), List.of(), "number", byName);
  }

  private static Field text(String name, String label, int length) {
    return field(name, label, FieldType.STRING, null, Map.of(), false, false, length);
  }

  private static Field field(
      String name,
      String label,
      FieldType type,
      @Nullable String reference,
      Map<String, String> choices,
      boolean mandatory,
      boolean readOnly,
      int length) {
    return new Field(
        name,
        label,
        type,
        reference,
        choices,
        false,
        mandatory,
        readOnly,
        false,
        false,
        length,
        false,
        "",
        Field.OnDelete.RESTRICT);
  }

  private static List<String> keys(JsonNode form) {
    return stream(form).map(component -> component.path("key").asText()).toList();
  }

  private static JsonNode component(JsonNode form, String key) {
    return stream(form)
        .filter(component -> component.path("key").asText().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static String row(JsonNode form, String key) {
    return component(form, key).at("/layout/row").asText();
  }

  private static Stream<JsonNode> stream(JsonNode form) {
    return StreamSupport.stream(form.path("components").spliterator(), false);
  }
}
