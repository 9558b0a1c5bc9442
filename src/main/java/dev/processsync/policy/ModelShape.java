package dev.processsync.policy;

import static dev.processsync.policy.Vocabulary.BPMN;
import static dev.processsync.policy.Vocabulary.CAMUNDA;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a model is: one process that can run; and a subflow begins when an event has it begin, not
 * by itself.
 */
final class ModelShape {

  private static final String KIND = "process-sync.kind";

  private static final Set<String> BEGINNING_BY_ITSELF =
      Set.of(
          "timerEventDefinition",
          "messageEventDefinition",
          "signalEventDefinition",
          "conditionalEventDefinition");

  private final BiConsumer<String, Element> refuse;

  /**
   * @param refuse told what is otherwise, with the element that it is seen at
   */
  ModelShape(BiConsumer<String, Element> refuse) {
    this.refuse = refuse;
  }

  void check(Element model) {
    List<Element> processes = children(model, BPMN, "process").toList();
    if (processes.isEmpty()) {
      refuse.accept(
          "The model has no process, so nothing would be deployed: draw one, and set isExecutable to true.",
          model);
    } else if (processes.size() > 1) {
      refuse.accept(
          "The model has %d processes (%s); a model is exactly one. Draw what others do as pools without a process."
              .formatted(
                  processes.size(),
                  String.join(", ", processes.stream().map(ModelShape::title).toList())),
          processes.get(1));
    } else {
      check(processes.get(0), model);
    }
  }

  private void check(Element process, Element model) {
    if (!Boolean.parseBoolean(process.attribute("isExecutable"))) {
      refuse.accept(
          "The process %s is not executable, so nothing would be deployed: set isExecutable to true."
              .formatted(title(process)),
          process);
    }
    if (isSubflow(process)) {
      children(process, BPMN, "startEvent").forEach(this::beginsWhenCalled);
    }
  }

  private void beginsWhenCalled(Element start) {
    start.elements().stream()
        .map(Element::getTagName)
        .filter(BEGINNING_BY_ITSELF::contains)
        .findFirst()
        .ifPresent(
            definition ->
                refuse.accept(
                    "The start event %s has a %s: a subflow is begun by the events of its remote system, so its start event must be a plain one."
                        .formatted(
                            title(start), definition.substring(0, definition.indexOf("Event"))),
                    start));
  }

  private static boolean isSubflow(Element process) {
    return children(process, BPMN, "extensionElements")
        .flatMap(extensions -> children(extensions, CAMUNDA, "properties"))
        .flatMap(properties -> children(properties, CAMUNDA, "property"))
        .anyMatch(property -> KIND.equals(property.attribute("name")));
  }

  private static Stream<Element> children(Element parent, String namespace, String name) {
    return parent.elements().stream()
        .filter(child -> namespace.equals(child.getUri()) && name.equals(child.getTagName()));
  }

  private static String title(Element element) {
    return Title.of(element, "without an id");
  }
}
