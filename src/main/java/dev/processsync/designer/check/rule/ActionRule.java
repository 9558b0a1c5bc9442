package dev.processsync.designer.check.rule;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import dev.processsync.designer.check.DrawnFlow;
import dev.processsync.designer.check.DrawnStep;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.Rule;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** A task has something to do. */
@Component
final class ActionRule implements Rule {

  private static final Set<String> ACTING = Set.of("serviceTask", "sendTask", "businessRuleTask");

  /** Besides an action: a value that is computed, or a program that fetches the task. */
  private static final Set<String> DOING = Set.of("expression", "topic");

  @Override
  public Stream<Problem> problems(DrawnFlow flow) {
    return flow.steps().stream().filter(step -> step.action().isEmpty()).flatMap(ActionRule::of);
  }

  private static Stream<Problem> of(DrawnStep step) {
    String type = step.node().getElementType().getTypeName();
    if (type.equals("task")) {
      return Stream.of(
          step.place()
              .warning("The task does nothing: make it a service task and choose an action."));
    }
    return ACTING.contains(type) && doesNothing(step.node())
        ? Stream.of(
            step.place("delegateExpression")
                .error("The task has no action: apply an element template to it."))
        : Stream.empty();
  }

  private static boolean doesNothing(FlowNode task) {
    return DOING.stream().allMatch(name -> task.getAttributeValueNs(CAMUNDA_NS, name) == null);
  }
}
