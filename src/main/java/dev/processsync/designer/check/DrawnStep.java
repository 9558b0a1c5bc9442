package dev.processsync.designer.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * An activity, event or gateway.
 *
 * @param action the name of the action bean, empty if it has none
 * @param inputs by name
 * @param outputs by the name of the variable that they set
 */
public record DrawnStep(
    FlowNode node, String action, Map<String, DrawnValue> inputs, Map<String, DrawnValue> outputs) {

  static DrawnStep of(FlowNode node) {
    Map<String, DrawnValue> inputs = new LinkedHashMap<>();
    Map<String, DrawnValue> outputs = new LinkedHashMap<>();
    inputOutputs(node.getExtensionElements())
        .forEach(
            io -> {
              io.getCamundaInputParameters()
                  .forEach(input -> inputs.put(name(input.getCamundaName()), DrawnValue.of(input)));
              io.getCamundaOutputParameters()
                  .forEach(
                      output -> outputs.put(name(output.getCamundaName()), DrawnValue.of(output)));
            });
    return new DrawnStep(node, action(node), inputs, outputs);
  }

  /** An unfinished draft may lack the name. */
  private static String name(@Nullable String given) {
    return Objects.requireNonNullElse(given, "");
  }

  private static List<CamundaInputOutput> inputOutputs(@Nullable ExtensionElements extensions) {
    return extensions == null
        ? List.of()
        : extensions.getElementsQuery().filterByType(CamundaInputOutput.class).list();
  }

  /** Events that throw a message have their action in its definition. */
  private static String action(FlowNode node) {
    return Stream.concat(
            Stream.of(node), node.getChildElementsByType(MessageEventDefinition.class).stream())
        .map(DrawnStep::delegate)
        .filter(Objects::nonNull)
        .flatMap(expression -> Pill.in(expression).stream())
        .map(Pill::root)
        .findFirst()
        .orElse("");
  }

  private static @Nullable String delegate(ModelElementInstance element) {
    return element.getAttributeValueNs(
        BpmnModelConstants.CAMUNDA_NS, BpmnModelConstants.CAMUNDA_ATTRIBUTE_DELEGATE_EXPRESSION);
  }

  public Place place() {
    return Place.of(node);
  }

  public Place place(String property) {
    return place().at(property);
  }

  /** The input, blank if the model doesn't give it. */
  public DrawnValue input(String name) {
    return inputs.getOrDefault(name, new DrawnValue("", Map.of()));
  }
}
