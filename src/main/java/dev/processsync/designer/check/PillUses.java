package dev.processsync.designer.check;

import dev.processsync.flow.Pills;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Every pill in the inputs, outputs and conditions of a subflow. */
@Component
public final class PillUses {

  private final ActionResults results;

  PillUses(ActionResults results) {
    this.results = results;
  }

  public Stream<PillUse> of(DrawnFlow flow) {
    Variables variables = Variables.of(flow, results);
    return Stream.concat(
        flow.steps().stream().flatMap(step -> ofStep(step, variables)),
        flow.ways().stream().flatMap(way -> ofCondition(way, variables)));
  }

  private Stream<PillUse> ofStep(DrawnStep step, Variables variables) {
    Set<String> own = step.inputs().keySet();
    Scope before = new Scope(Map.of(), variables, own);
    Scope after = new Scope(results.of(step), variables, own);
    return Stream.concat(
        ofValues(step, step.inputs(), before), ofValues(step, step.outputs(), after));
  }

  private static Stream<PillUse> ofValues(
      DrawnStep step, Map<String, DrawnValue> values, Scope scope) {
    return values.entrySet().stream()
        .flatMap(value -> value.getValue().texts(value.getKey()).entrySet().stream())
        .flatMap(text -> scope.uses(step.place(text.getKey()), text.getValue()));
  }

  private static Stream<PillUse> ofCondition(SequenceFlow way, Variables variables) {
    ConditionExpression condition = way.getConditionExpression();
    return condition == null
        ? Stream.empty()
        : new Scope(Map.of(), variables, Set.of())
            .uses(Place.of(way).at("condition"), condition.getTextContent());
  }

  /**
   * What can be named at one place.
   *
   * @param results of the step's action: they come before the flow's variables
   * @param inputs of the step: what the flow's variables say of a name is said of them, too, for
   *     steps pass variables on under their names
   */
  private record Scope(
      Map<String, Optional<Pills>> results, Variables variables, Set<String> inputs) {

    Stream<PillUse> uses(Place place, String text) {
      return Pill.in(text).stream()
          .map(pill -> new PillUse(place, pill, names(), values(pill.root())));
    }

    private List<String> names() {
      return Stream.of(results.keySet(), variables.names(), inputs)
          .flatMap(Set::stream)
          .distinct()
          .toList();
    }

    private List<Pills> values(String root) {
      return results.containsKey(root)
          ? results.get(root).stream().toList()
          : variables.values(root);
    }
  }
}
