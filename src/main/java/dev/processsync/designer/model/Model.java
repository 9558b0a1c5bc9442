package dev.processsync.designer.model;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.model.SubflowProblem.InvalidSubflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A subflow's BPMN, as far as the catalogue reads it. */
public final class Model {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String KIND = "process-sync.kind";
  private static final String SAMPLE = "sample_payload";

  private final Document document;

  private Model(Document document) {
    this.document = document;
  }

  public static Model parse(String bpmn) {
    return new Model(ModelXml.parse(bpmn));
  }

  /**
   * The model's only process, if it is this subflow's and executable.
   *
   * @throws InvalidSubflow otherwise
   */
  public Element requireOnlyProcess(String key) {
    List<Element> processes = ModelXml.all(document, BPMN, "process");
    if (processes.size() != 1) {
      throw new InvalidSubflow(
          "The model has %d processes; a subflow is exactly one.".formatted(processes.size()));
    }
    Element process = processes.get(0);
    if (!process.getAttribute("id").equals(key)) {
      throw new InvalidSubflow(
          "The process has the id '%s'; it must be the subflow's key, '%s'."
              .formatted(process.getAttribute("id"), key));
    }
    if (!Boolean.parseBoolean(process.getAttribute("isExecutable"))) {
      throw new InvalidSubflow("The process is not executable: set isExecutable to true.");
    }
    return process;
  }

  /** What the process with this id says it is for; empty for orchestrations and other processes. */
  public Optional<Kind> kind(String key) {
    return process(key)
        .flatMap(
            process ->
                ModelXml.children(process, BPMN, "extensionElements").stream()
                    .flatMap(extension -> children(extension, "properties"))
                    .flatMap(properties -> children(properties, "property"))
                    .filter(property -> property.getAttribute("name").equals(KIND))
                    .map(property -> property.getAttribute("value"))
                    .findFirst())
        .flatMap(
            value ->
                Stream.of(Kind.values())
                    .filter(kind -> kind.name().equalsIgnoreCase(value))
                    .findFirst());
  }

  private static Stream<Element> children(Element parent, String name) {
    return ModelXml.children(parent, CAMUNDA, name).stream();
  }

  private Optional<Element> process(String key) {
    return ModelXml.all(document, BPMN, "process").stream()
        .filter(process -> process.getAttribute("id").equals(key))
        .findFirst();
  }

  /** The sample payload of its first transform action, empty if it has none. */
  public String sample() {
    return samples().map(input -> input.getTextContent().strip()).findFirst().orElse("");
  }

  /**
   * The same model with another sample payload in all its transform actions.
   *
   * @throws InvalidSubflow if it has none
   */
  public String withSample(String sample) {
    List<Element> samples = samples().toList();
    if (samples.isEmpty()) {
      throw new InvalidSubflow(
          "The model has no action Transform Payload from Inbound Sample that could have a sample.");
    }
    samples.forEach(input -> input.setTextContent(sample));
    return ModelXml.write(document);
  }

  /** The same text, unless a sample has to be escaped to be nothing but data. */
  public static String withLiteralSamples(String bpmn) {
    Model model = parse(bpmn);
    boolean changed = false;
    for (Element input : model.samples().toList()) {
      String sample = input.getTextContent();
      String literal = SampleText.of(sample);
      if (!literal.equals(sample) && sample.strip().startsWith("{")) {
        input.setTextContent(literal);
        changed = true;
      }
    }
    return changed ? ModelXml.write(model.document) : bpmn;
  }

  private Stream<Element> samples() {
    return ModelXml.all(document, CAMUNDA, "inputParameter").stream()
        .filter(input -> input.getAttribute("name").equals(SAMPLE));
  }

  /** Everything in it that has an id, by id, in the order of the model; without the drawing. */
  Map<String, ModelElement> elements() {
    Map<String, ModelElement> elements = new LinkedHashMap<>();
    for (Element element : ModelXml.all(document, BPMN, "*")) {
      if (element.hasAttribute("id")) {
        elements.put(element.getAttribute("id"), ModelElement.of(element));
      }
    }
    return elements;
  }

  /** The same model under another key and name; nothing else differs. */
  public String copy(String key, String newKey, String newName) {
    process(key)
        .ifPresent(
            process -> {
              process.setAttribute("id", newKey);
              process.setAttribute("name", newName);
            });
    rename(ModelXml.all(document, BPMN, "participant"), "processRef", key, newKey);
    rename(ModelXml.all(document, BPMN_DI, "BPMNPlane"), "bpmnElement", key, newKey);
    return ModelXml.write(document);
  }

  private static void rename(List<Element> elements, String attribute, String from, String to) {
    elements.stream()
        .filter(element -> element.getAttribute(attribute).equals(from))
        .forEach(element -> element.setAttribute(attribute, to));
  }
}
