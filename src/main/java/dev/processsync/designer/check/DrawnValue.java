package dev.processsync.designer.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaEntry;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaGenericValueElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaMap;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What a model gives an input or an output.
 *
 * @param text of a list, that of all its values
 * @param entries of a map, whose text is empty
 */
public record DrawnValue(String text, Map<String, String> entries) {

  static <T extends ModelElementInstance & CamundaGenericValueElement> DrawnValue of(T parameter) {
    ModelElementInstance value = parameter.getValue();
    if (!(value instanceof CamundaMap map)) {
      return new DrawnValue(parameter.getTextContent(), Map.of());
    }
    Map<String, String> entries = new LinkedHashMap<>();
    for (CamundaEntry entry : map.getCamundaEntries()) {
      // An unfinished draft may lack the key.
      entries.put(Objects.requireNonNullElse(entry.getCamundaKey(), ""), entry.getTextContent());
    }
    return new DrawnValue("", entries);
  }

  public boolean isBlank() {
    return text.isBlank() && entries.isEmpty();
  }

  /** Whether what stands there is the value itself, known before any flow runs. */
  public boolean isLiteral() {
    return entries.isEmpty() && !text.contains("${") && !text.contains("#{");
  }

  /** All that can hold pills, by the name that a problem gives it. */
  Map<String, String> texts(String name) {
    if (entries.isEmpty()) {
      return Map.of(name, text);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    entries.forEach((key, entry) -> texts.put(name + "." + key, entry));
    return texts;
  }
}
