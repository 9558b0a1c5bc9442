package dev.processsync.designer.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a flow can come to, if every condition can be met. */
public final class Reached {

  private final DrawnFlow flow;
  private final Set<FlowNode> nodes = new HashSet<>();
  private final Deque<FlowNode> next = new ArrayDeque<>();

  private Reached(DrawnFlow flow) {
    this.flow = flow;
  }

  public static Set<FlowNode> of(DrawnFlow flow) {
    Reached reached = new Reached(flow);
    flow.steps().stream().map(DrawnStep::node).filter(Reached::isFirst).forEach(reached::reach);
    while (!reached.next.isEmpty()) {
      reached.follow(reached.next.remove());
    }
    return Set.copyOf(reached.nodes);
  }

  /** A start of the flow or of an event subprocess; where a link leads is not followed. */
  private static boolean isFirst(FlowNode node) {
    ModelElementInstance parent = node.getParentElement();
    boolean ofSubProcess =
        parent instanceof SubProcess subProcess && !subProcess.triggeredByEvent();
    return (node instanceof StartEvent && !ofSubProcess) || Links.isCaught(node);
  }

  private void reach(FlowNode node) {
    if (nodes.add(node)) {
      next.add(node);
    }
  }

  private void follow(FlowNode node) {
    flow.waysFrom(node).stream().map(SequenceFlow::getTarget).forEach(this::reach);
    flow.steps().stream()
        .map(DrawnStep::node)
        .filter(other -> isBegunBy(other, node))
        .forEach(this::reach);
  }

  private static boolean isBegunBy(FlowNode node, FlowNode by) {
    return node instanceof BoundaryEvent boundary
        ? by.equals(boundary.getAttachedTo())
        : node instanceof StartEvent && by.equals(node.getParentElement());
  }
}
