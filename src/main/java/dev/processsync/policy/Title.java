package dev.processsync.policy;

import org.camunda.bpm.engine.impl.util.xml.Element;

/** How a message names an element of a model. */
final class Title {

  private Title() {}

  /**
   * Its name and id, as the diagram shows it.
   *
   * @param otherwise of an element without an id
   */
  static String of(Element element, String otherwise) {
    String id = element.attribute("id");
    if (id == null || id.isBlank()) {
      return otherwise;
    }
    String name = element.attribute("name");
    return name == null || name.isBlank() ? id : "%s (%s)".formatted(name, id);
  }
}
