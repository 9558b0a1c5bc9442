package dev.processsync.designer.check.rule;

import dev.processsync.designer.check.DrawnFlow;
import dev.processsync.designer.check.DrawnStep;
import dev.processsync.designer.check.Place;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** At an exclusive gateway every event finds one way. */
@Component
final class GatewayRule implements Rule {

  @Override
  public Stream<Problem> problems(DrawnFlow flow) {
    return flow.steps().stream()
        .filter(step -> step.node() instanceof ExclusiveGateway)
        .flatMap(
            step -> problems(step, (ExclusiveGateway) step.node(), flow.waysFrom(step.node())));
  }

  private static Stream<Problem> problems(
      DrawnStep step, ExclusiveGateway gateway, List<SequenceFlow> ways) {
    if (ways.size() == 1) {
      return ways.stream()
          .filter(GatewayRule::hasCondition)
          .map(
              way ->
                  condition(way)
                      .error("The only way out has a condition: take it out, or add another way."));
    }
    Stream<Problem> ofWays = ways.stream().flatMap(way -> problem(way, gateway));
    boolean mayMeetNone =
        !ways.isEmpty()
            && gateway.getDefault() == null
            && ways.stream().allMatch(GatewayRule::hasCondition);
    return mayMeetNone
        ? Stream.concat(
            ofWays,
            Stream.of(
                step.place("default")
                    .warning(
                        "No way is the default, so an event that meets none of the conditions fails: make one of the ways the default.")))
        : ofWays;
  }

  private static Stream<Problem> problem(SequenceFlow way, ExclusiveGateway gateway) {
    boolean isDefault = way.equals(gateway.getDefault());
    if (isDefault && hasCondition(way)) {
      return Stream.of(
          condition(way).error("The default has a condition, which nobody asks: take it out."));
    }
    return isDefault || hasCondition(way)
        ? Stream.empty()
        : Stream.of(
            condition(way)
                .error("The way has no condition: give it one, or make it the gateway's default."));
  }

  private static Place condition(SequenceFlow way) {
    return Place.of(way).at("condition");
  }

  private static boolean hasCondition(SequenceFlow way) {
    ConditionExpression condition = way.getConditionExpression();
    return condition != null && !condition.getTextContent().isBlank();
  }
}
