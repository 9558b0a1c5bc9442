package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.ModelChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Models and element templates are as Camunda's tools want them, and complete. */
class ShippedModelsTest {

  private static final Path TEMPLATES = Path.of(".camunda/element-templates/actions.json");

  /** Only the product's own orchestrations end with these. */
  private static final Set<String> NOT_FOR_MODELERS =
      Set.of("${completeQueueEntry}", "${failQueueEntry}");

  @Test
  void bpmnlintHasNothingToSayOfTheModels() throws IOException {
    try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
      ModelChecks.lint(models.toArray(Path[]::new));
    }
  }

  @Test
  void theElementTemplatesAreValidAgainstThePublishedSchema() {
    ModelChecks.requireValidTemplates(TEMPLATES);
  }

  @Test
  void everyActionHasAnElementTemplate() throws IOException {
    assertThat(offered().values()).containsExactlyInAnyOrderElementsOf(actions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"inbound", "outbound", "error"})
  void aTemplatesTasksShowTheirElementTemplatesInCamundaModeler(String kind) throws IOException {
    Path model = Path.of("bpmn", kind + "-flow-template-basic.bpmn");
    Map<String, String> offered = offered();

    assertThat(Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(ServiceTask.class))
        .isNotEmpty()
        .allSatisfy(
            task ->
                assertThat(offered.get(task.getAttributeValueNs(CAMUNDA_NS, "modelerTemplate")))
                    .as(task.getName())
                    .isEqualTo(task.getCamundaDelegateExpression()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inbound", "outbound", "error"})
  void theReadmesPictureOfATemplateShowsIt(String kind) throws IOException {
    String name = kind + "-flow-template-basic";
    String picture = Files.readString(Path.of("docs", name + ".svg"));

    assertThat(shapes(Path.of("bpmn", name + ".bpmn")))
        .isNotEmpty()
        .allSatisfy(
            shape ->
                assertThat(picture)
                    .as("Draw it anew with src/test/models/draw.mjs")
                    .contains(
                        "data-element-id=\"%s\" transform=\"matrix(1 0 0 1 %.0f %.0f)\""
                            .formatted(
                                shape.getBpmnElement().getId(),
                                shape.getBounds().getX(),
                                shape.getBounds().getY())));
  }

  private static Collection<BpmnShape> shapes(Path model) {
    return Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(BpmnShape.class);
  }

  /** What each element template sets as delegate expression, by the template's id. */
  private static Map<String, String> offered() throws IOException {
    Map<String, String> offered = new TreeMap<>();
    for (JsonNode template : JsonMapper.builder().build().readTree(TEMPLATES.toFile())) {
      for (JsonNode property : template.path("properties")) {
        if (property.at("/binding/name").asText().equals("camunda:delegateExpression")) {
          offered.put(template.path("id").asText(), property.path("value").asText());
        }
      }
    }
    return offered;
  }

  private static List<String> actions() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
    return scanner.findCandidateComponents("dev.processsync.flow.action").stream()
        .map(found -> found.getBeanClassName())
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .map(name -> "${" + Character.toLowerCase(name.charAt(0)) + name.substring(1) + "}")
        .filter(action -> !NOT_FOR_MODELERS.contains(action))
        .toList();
  }
}
