package dev.processsync.designer.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What the element templates say of each action: a model is held to what the modeler shows. */
@Component
public final class ElementTemplates {

  /** An action's inputs, and the names of what it gives. */
  public record Template(String name, List<Input> inputs, Set<String> results) {}

  /**
   * @param choices its only values, none for any value
   */
  public record Input(String name, String label, boolean required, List<String> choices) {}

  private final Map<String, Template> byAction = new HashMap<>();

  ElementTemplates(ObjectMapper json) throws IOException {
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:element-templates/*.json")) {
      try (InputStream in = file.getInputStream()) {
        json.readTree(in).forEach(this::add);
      }
    }
  }

  public Optional<Template> of(String action) {
    return Optional.ofNullable(byAction.get(action));
  }

  private void add(JsonNode template) {
    List<Input> inputs = new ArrayList<>();
    Set<String> results = new LinkedHashSet<>();
    Template read = new Template(template.path("name").asText(), inputs, results);
    for (JsonNode property : template.path("properties")) {
      JsonNode binding = property.path("binding");
      String name = binding.path("name").asText();
      switch (binding.path("type").asText()) {
        case "camunda:inputParameter" -> inputs.add(input(name, property));
        case "camunda:outputParameter" ->
            Pill.in(binding.path("source").asText()).forEach(pill -> results.add(pill.root()));
        case "property" -> {
          if (name.equals("camunda:delegateExpression")) {
            Pill.in(property.path("value").asText())
                .forEach(action -> byAction.put(action.root(), read));
          }
        }
        default -> {}
      }
    }
  }

  /** A choice is always made: the modeler offers no empty one. */
  private static Input input(String name, JsonNode property) {
    List<String> choices = new ArrayList<>();
    property.path("choices").forEach(choice -> choices.add(choice.path("value").asText()));
    boolean required = property.at("/constraints/notEmpty").asBoolean() || !choices.isEmpty();
    return new Input(name, property.path("label").asText(), required, List.copyOf(choices));
  }
}
