package dev.processsync.console.form.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.InstanceTest;
import dev.processsync.ModelChecks;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The forms in {@code forms/} are complete, say what the dictionary says, and work in Tasklist. */
@InstanceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormFilesTest {

  private static final Path FOLDER = Path.of("forms");

  /** What a page or Tasklist can do with a text field, and what it needs to know for it. */
  private static final Map<String, Set<String>> CONTROLS =
      Map.of(
          "reference", Set.of("table"),
          "password", Set.of(),
          "datetime", Set.of(),
          "table", Set.of(),
          "subflow", Set.of("kind"),
          "json", Set.of(),
          "process-instance", Set.of(),
          "conditions", Set.of("tableField"),
          "slushbucket", Set.of("tableField"),
          "document", Set.of("tableField"));

  private static final Map<FieldType, String> CONTROL_OF =
      Map.of(
          FieldType.REFERENCE, "reference",
          FieldType.PASSWORD, "password",
          FieldType.DATE_TIME, "datetime");

  @Autowired private Dictionary dictionary;
  @Autowired private FormSchemas schemas;
  @Autowired private RepositoryService repository;
  @Autowired private FormService forms;
  @Autowired private ObjectMapper json;

  Stream<Table> tables() {
    return dictionary.tables().stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableHasAFormOfItsName(Table table) throws IOException {
    JsonNode form = file(table);

    assertThat(form.path("id").asText()).isEqualTo(table.name());
    assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyOfferedFieldThatIsNotTheSystemsIsInIt(Table table) throws IOException {
    List<String> own =
        table.fields().values().stream()
            .filter(Field::isOffered)
            .map(Field::name)
            .filter(name -> !name.startsWith("sys_"))
            .toList();

    assertThat(components(table)).containsKeys(own.toArray(String[]::new));
    assertThat(table.fields()).containsKeys(components(table).keySet().toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void itsFieldsAreAsTheDictionaryHasThem(Table table) throws IOException {
    components(table)
        .forEach(
            (name, component) -> {
              Field field = table.require(name);
              assertThat(component.path("label").asText()).as(name).isEqualTo(field.label());
              assertThat(component.at("/validate/required").asBoolean())
                  .as("mandatory: " + name)
                  .isEqualTo(field.mandatory());
              assertThat(component.path("readonly").asBoolean())
                  .as("read-only: " + name)
                  .isEqualTo(field.readOnly());
              assertThat(choices(component)).as(name).isEqualTo(field.choices());
              assertThat(component.path("type").asText()).as(name).isIn(typesFor(field));
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void itsControlsKnowWhatTheyNeed(Table table) throws IOException {
    Map<String, JsonNode> components = components(table);
    components.forEach(
        (name, component) -> {
          Field field = table.require(name);
          JsonNode properties = component.path("properties");
          String control = properties.path("control").asText();
          String expected = CONTROL_OF.get(field.type());
          if (expected != null) {
            assertThat(control).as(name).isEqualTo(expected);
          }
          if (!control.isEmpty()) {
            assertThat(CONTROLS).as(name).containsKey(control);
            assertThat(properties.properties().stream().map(Map.Entry::getKey))
                .as(name)
                .containsAll(CONTROLS.getOrDefault(control, Set.of()));
          }
          if (field.isReference()) {
            assertThat(properties.path("table").asText()).as(name).isEqualTo(field.reference());
          }
          Stream.of("tableField", "scope")
              .filter(properties::has)
              .forEach(other -> assertThat(components).containsKey(properties.get(other).asText()));
        });
  }

  /** So that Tasklist and the console show the same form. */
  @ParameterizedTest
  @MethodSource("tables")
  void theConsoleHasNothingToAddToIt(Table table) throws IOException {
    JsonNode shown = schemas.of(table).path("components");

    Map<String, JsonNode> file = components(table);
    file.values().removeIf(component -> component.has("conditional"));
    assertThat(shown)
        .allSatisfy(
            component -> {
              JsonNode own = file.get(component.path("key").asText());
              assertThat(own).isNotNull();
              if (own.path("disabled").asBoolean()) {
                assertThat(component.path("readonly").asBoolean()).isTrue();
              } else {
                assertThat(component).isEqualTo(own);
              }
            });
    assertThat(shown).hasSize(file.size());
  }

  @Test
  void theEngineShowsThemToWhoeverStartsAProcess() throws IOException {
    DeploymentBuilder builder = repository.createDeployment();
    tables()
        .map(Table::name)
        .forEach(table -> builder.addModelInstance(table + ".bpmn", asking(table)));
    Deployment deployment = builder.deploy();
    try {
      for (Table table : tables().toList()) {
        String definition =
            repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .processDefinitionKey("ask-" + table.name())
                .singleResult()
                .getId();
        try (InputStream form = forms.getDeployedStartForm(definition)) {
          assertThat(json.readTree(form)).isEqualTo(file(table));
        }
      }
    } finally {
      repository.deleteDeployment(deployment.getId(), true);
    }
  }

  @Test
  void formJsOpensThemAndShowsAllTheirFields() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      ModelChecks.requireReadableForms(files.toArray(Path[]::new));
    }
  }

  private static BpmnModelInstance asking(String form) {
    return Bpmn.createExecutableProcess("ask-" + form)
        .camundaHistoryTimeToLiveString("P30D")
        .startEvent()
        .camundaFormRef(form)
        .camundaFormRefBinding("latest")
        .endEvent()
        .done();
  }

  private JsonNode file(Table table) throws IOException {
    return json.readTree(FOLDER.resolve(table.name() + ".form").toFile());
  }

  private Map<String, JsonNode> components(Table table) throws IOException {
    Map<String, JsonNode> components = new LinkedHashMap<>();
    file(table)
        .path("components")
        .forEach(component -> components.put(component.path("key").asText(), component));
    return components;
  }

  private static Map<String, String> choices(JsonNode component) {
    Map<String, String> choices = new LinkedHashMap<>();
    component
        .path("values")
        .forEach(
            choice -> choices.put(choice.path("value").asText(), choice.path("label").asText()));
    return choices;
  }

  private static Set<String> typesFor(Field field) {
    if (!field.choices().isEmpty()) {
      return Set.of("select");
    }
    return switch (field.type()) {
      case BOOLEAN -> Set.of("checkbox");
      case INTEGER -> Set.of("number");
      case REFERENCE, PASSWORD, DATE_TIME -> Set.of("textfield");
      case STRING, EXACT, TEXT -> Set.of("textfield", "textarea");
    };
  }
}
