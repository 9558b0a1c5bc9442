package dev.processsync.designer.check;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/**
 * Variables that neither the kind of the subflow nor an output gives.
 *
 * @param more whether there may be others, whose names the model doesn't say
 */
record OtherVariables(Set<String> names, boolean more) {

  /** Attributes that hold the name of a variable which the engine sets. */
  private static final List<String> NAMING =
      List.of(
          "resultVariable",
          "errorCodeVariable",
          "errorMessageVariable",
          "escalationCodeVariable",
          "elementVariable",
          "initiator");

  private static final Set<String> COUNTERS =
      Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

  /** Where somebody else answers, with whatever variables. */
  private static final Set<String> ANSWERS = Set.of("userTask", "receiveTask");

  private static final Set<String> CATCHING =
      Set.of("intermediateCatchEvent", "boundaryEvent", "startEvent");

  static OtherVariables of(BpmnModelInstance model) {
    Set<String> names = new HashSet<>();
    boolean more = collect(model.getDocument().getRootElement(), names);
    return new OtherVariables(Set.copyOf(names), more);
  }

  private static boolean collect(DomElement element, Set<String> names) {
    if (element.getNamespaceURI() == null) {
      return false; // other vendors' data; Camunda's API can't even ask for its attributes
    }
    NAMING.stream()
        .map(attribute -> element.getAttribute(CAMUNDA_NS, attribute))
        .filter(Objects::nonNull)
        .forEach(names::add);
    boolean more = isAnswered(element);
    switch (element.getLocalName()) {
      case "out" -> add(element.getAttribute("target"), names);
      case "formField" -> add(element.getAttribute("id"), names);
      case "multiInstanceLoopCharacteristics" -> names.addAll(COUNTERS);
      default -> {}
    }
    for (DomElement child : element.getChildElements()) {
      more |= collect(child, names);
    }
    return more;
  }

  private static void add(@Nullable String name, Set<String> names) {
    if (name != null) {
      names.add(name);
    }
  }

  private static boolean isAnswered(DomElement element) {
    return switch (element.getLocalName()) {
      case "messageEventDefinition", "signalEventDefinition" ->
          CATCHING.contains(element.getParentElement().getLocalName());
      case "out" -> "all".equals(element.getAttribute("variables"));
      default ->
          ANSWERS.contains(element.getLocalName())
              || "external".equals(element.getAttribute(CAMUNDA_NS, "type"));
    };
  }
}
