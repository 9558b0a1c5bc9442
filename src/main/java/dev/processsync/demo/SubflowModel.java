package dev.processsync.demo;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A subflow's BPMN as a script edits it: fill in an action's inputs, take a branch out. An action
 * is a service task that names its delegate; its inputs are {@code camunda:inputParameter}s.
 */
final class SubflowModel {

  static final String TRANSFORM = "${transformPayload}";
  static final String CREATE = "${createRecord}";
  static final String UPDATE = "${updateRecord}";

  private final Document document;

  private SubflowModel(Document document) {
    this.document = document;
  }

  static SubflowModel parse(String bpmn) {
    return new SubflowModel(Xml.parse(bpmn));
  }

  String toXml() {
    return Xml.write(document);
  }

  /** Sets the sample from which <em>Transform Payload from Inbound Sample</em> takes its fields. */
  SubflowModel withSamplePayload(String sample) {
    input(action(TRANSFORM), "sample_payload").setTextContent(sample);
    return this;
  }

  /**
   * Replaces the fields that a record action sets.
   *
   * @param mapping field of the local record → captured field, e.g. urgency → severity
   */
  SubflowModel withMapping(String delegate, Map<String, String> mapping) {
    Element fields = input(action(delegate), "fields");
    fields.setTextContent("");
    Element map = document.createElementNS(Xml.CAMUNDA, "camunda:map");
    mapping.forEach(
        (field, pill) -> {
          Element entry = document.createElementNS(Xml.CAMUNDA, "camunda:entry");
          entry.setAttribute("key", field);
          entry.setTextContent("${changed_fields." + pill + "}");
          map.appendChild(entry);
        });
    fields.appendChild(map);
    return this;
  }

  /** Deletes the branch that creates a record: without a correlation, the flow does nothing. */
  SubflowModel withoutElse() {
    actions(CREATE).forEach(new Branches(document)::takeOut);
    return this;
  }

  private List<Element> actions(String delegate) {
    return Xml.all(document, Xml.BPMN, "serviceTask").stream()
        .filter(task -> delegate.equals(task.getAttributeNS(Xml.CAMUNDA, "delegateExpression")))
        .toList();
  }

  /** Of several, the first: what comes later is about records that are gone. */
  private Element action(String delegate) {
    return actions(delegate).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The subflow has no action %s, which the tutorial expects."
                        .formatted(delegate)));
  }

  private Element input(Element action, String name) {
    return Xml.all(action, Xml.CAMUNDA, "inputParameter").stream()
        .filter(parameter -> parameter.getAttribute("name").equals(name))
        .findFirst()
        .orElseGet(() -> newInput(action, name));
  }

  private Element newInput(Element action, String name) {
    Element extensions = child(action, Xml.BPMN, "bpmn:extensionElements");
    Element inputOutput = child(extensions, Xml.CAMUNDA, "camunda:inputOutput");
    Element parameter = document.createElementNS(Xml.CAMUNDA, "camunda:inputParameter");
    parameter.setAttribute("name", name);
    inputOutput.insertBefore(parameter, inputOutput.getFirstChild());
    return parameter;
  }

  private Element child(Element parent, String namespace, String name) {
    return Xml.all(parent, namespace, name.substring(name.indexOf(':') + 1)).stream()
        .findFirst()
        .orElseGet(
            () -> {
              Element made = document.createElementNS(namespace, name);
              parent.insertBefore(made, parent.getFirstChild());
              return made;
            });
  }
}
