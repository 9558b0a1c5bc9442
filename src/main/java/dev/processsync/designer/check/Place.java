package dev.processsync.designer.check;

import java.util.Objects;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/** Where in a model a problem is. */
public record Place(String element, String name, String property) {

  public static Place of(FlowElement element) {
    String id = id(element);
    return new Place(id, named(element.getName(), id), "");
  }

  /** A way is known by its ends: its label, "yes", says little alone. */
  public static Place of(SequenceFlow way) {
    String name = "%s, way to %s".formatted(of(way.getSource()).name(), of(way.getTarget()).name());
    return new Place(id(way), name, "");
  }

  /** BPMN doesn't insist on ids. */
  private static String id(FlowElement element) {
    return Objects.requireNonNullElse(element.getId(), element.getElementType().getTypeName());
  }

  static String named(@Nullable String name, String id) {
    return name == null || name.isBlank() ? id : name.strip();
  }

  public Place at(String itsProperty) {
    return new Place(element, name, itsProperty);
  }

  public Problem error(String message) {
    return problem(Problem.Severity.ERROR, message);
  }

  public Problem warning(String message) {
    return problem(Problem.Severity.WARNING, message);
  }

  private Problem problem(Problem.Severity severity, String message) {
    return new Problem(severity, element, name, property, name + ": " + message);
  }
}
