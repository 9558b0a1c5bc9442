package dev.processsync.designer.check.rule;

import dev.processsync.designer.check.DrawnFlow;
import dev.processsync.designer.check.DrawnStep;
import dev.processsync.designer.check.Links;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.Reached;
import dev.processsync.designer.check.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/** Every path begins at a start event and ends at an end event. */
@Component
final class PathRule implements Rule {

  @Override
  public Stream<Problem> problems(DrawnFlow flow) {
    boolean starts = flow.steps().stream().anyMatch(step -> step.node() instanceof StartEvent);
    if (!starts) {
      return Stream.of(
          flow.place().error("There is no start event: begin with one, or no flow can start."));
    }
    Set<FlowNode> reached = Reached.of(flow);
    return flow.steps().stream()
        .filter(step -> !isOutsidePaths(step.node()))
        .flatMap(
            step ->
                reached.contains(step.node())
                    ? end(step, flow).stream()
                    : Stream.of(
                        step.place()
                            .warning(
                                "No path from the start leads here, so it never happens: connect it or delete it.")));
  }

  private static List<Problem> end(DrawnStep step, DrawnFlow flow) {
    FlowNode node = step.node();
    if (node instanceof EndEvent || Links.isThrown(node) || !flow.waysFrom(node).isEmpty()) {
      return List.of();
    }
    if (node instanceof ExclusiveGateway) {
      return List.of(
          step.place().error("The gateway has no way out: connect it to what comes next."));
    }
    // The engine ends the process before it hands the results on, and fails.
    return List.of(
        step.outputs().isEmpty()
            ? step.place()
                .warning("The path ends here without an end event: add one, to say how it ended.")
            : step.place()
                .error(
                    "The path ends here without an end event, so the results have nowhere to go:"
                        + " append one."));
  }

  /** What an event starts inside the flow, and what undoes an activity, has no path of its own. */
  private static boolean isOutsidePaths(FlowNode node) {
    return (node instanceof SubProcess subProcess && subProcess.triggeredByEvent())
        || (node instanceof Activity activity && activity.isForCompensation())
        || Links.startsCompensation(node);
  }
}
