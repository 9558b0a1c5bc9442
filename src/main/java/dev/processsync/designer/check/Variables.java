package dev.processsync.designer.check;

import dev.processsync.flow.Pills;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * The variables that a subflow can have, wherever in it they come from: which of its ways a flow
 * takes is not foreseen.
 */
public final class Variables {

  private final Map<String, List<Pills>> values = new LinkedHashMap<>();
  private final Set<String> anything = new HashSet<>();
  private boolean open;

  private Variables() {}

  public static Variables of(DrawnFlow flow, ActionResults results) {
    Variables variables = new Variables();
    SubflowInputs.of(flow.kind()).forEach(variables::add);
    for (DrawnStep step : flow.steps()) {
      Map<String, Optional<Pills>> own = results.of(step);
      step.outputs()
          .forEach(
              (name, value) ->
                  variables.add(
                      name,
                      passedOn(value)
                          .flatMap(result -> own.getOrDefault(result, Optional.empty()))));
      if (step.node() instanceof SubProcess) {
        step.inputs().keySet().forEach(variables::add);
      }
    }
    OtherVariables others = OtherVariables.of(flow.model());
    others.names().forEach(variables::add);
    variables.open = others.more();
    return variables;
  }

  /** The name of the result that an output is without change. */
  private static Optional<String> passedOn(DrawnValue output) {
    List<Pill> pills = Pill.in(output.text());
    return pills.size() == 1 && output.text().strip().equals("${" + pills.get(0) + "}")
        ? Optional.of(pills.get(0).toString())
        : Optional.empty();
  }

  private void add(String name) {
    add(name, Optional.empty());
  }

  private void add(String name, Optional<Pills> value) {
    List<Pills> known = values.computeIfAbsent(name, each -> new ArrayList<>());
    value.ifPresentOrElse(known::add, () -> anything.add(name));
  }

  Set<String> names() {
    return values.keySet();
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether people or other programs may set variables that the model doesn't name. */
  public boolean isOpen() {
    return open;
  }

  /** What the variable can be; empty if it can be anything. */
  List<Pills> values(String name) {
    return anything.contains(name) ? List.of() : values.getOrDefault(name, List.of());
  }
}
