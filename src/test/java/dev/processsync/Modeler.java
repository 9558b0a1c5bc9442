package dev.processsync;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;

/**
 * Camunda Modeler without its window: its own canvas, properties panel and element templates do
 * what a person does with the mouse. A new element is selected; fields go by the labels that the
 * panel shows for what is selected.
 */
public final class Modeler {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path TEMPLATES = Path.of(".camunda/element-templates/actions.json");

  private final ObjectNode work = JSON.createObjectNode();
  private final ArrayNode steps = work.putArray("steps");

  private Modeler() {}

  public static Modeler open(Path diagram) {
    Modeler modeler = new Modeler();
    modeler.work.put("diagram", diagram.toAbsolutePath().toString());
    modeler.work.put("templates", TEMPLATES.toAbsolutePath().toString());
    return modeler;
  }

  public Modeler click(String element) {
    step("click").put("id", element);
    return this;
  }

  public Modeler clickFlow(String from, String to) {
    step("clickFlow").put("from", from).put("to", to);
    return this;
  }

  public Modeler fill(String field, String value) {
    step("fill").put("field", field).put("value", value);
    return this;
  }

  /** Adds entries to an input of the type Map. */
  public Modeler fillMap(String field, Map<String, String> entries) {
    step("fillMap").put("field", field).set("entries", JSON.valueToTree(entries));
    return this;
  }

  /** Drops an element on the selected sequence flow. */
  public Modeler insert(String type) {
    step("insert").put("type", type);
    return this;
  }

  public Modeler append(String type) {
    step("append").put("type", type);
    return this;
  }

  public Modeler changeType(String type) {
    step("changeType").put("type", type);
    return this;
  }

  public Modeler applyTemplate(String name) {
    step("applyTemplate").put("name", name);
    return this;
  }

  /** Makes the selected sequence flow its gateway's default. */
  public Modeler makeDefault() {
    step("makeDefault");
    return this;
  }

  public Path saveAs(String fileName) {
    Path file = ModelChecks.HOME.resolve(fileName).toAbsolutePath();
    work.put("saveAs", file.toString());
    ModelChecks.model(fileName + ".json", work.toString());
    return file;
  }

  private ObjectNode step(String name) {
    return steps.addObject().put("do", name);
  }
}
