package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.ModelChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
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
    JsonNode templates = JsonMapper.builder().build().readTree(TEMPLATES.toFile());
    Set<String> offered = new TreeSet<>();
    templates
        .findParents("binding")
        .forEach(
            property -> {
              if (property.at("/binding/name").asText().equals("camunda:delegateExpression")) {
                offered.add(property.path("value").asText());
              }
            });

    assertThat(offered).containsExactlyInAnyOrderElementsOf(actions());
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
