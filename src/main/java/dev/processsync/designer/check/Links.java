package dev.processsync.designer.check;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;

/** Events that a path leaves or enters without a sequence flow. */
public final class Links {

  private Links() {}

  public static boolean isThrown(FlowNode node) {
    return node instanceof IntermediateThrowEvent && isLink(node);
  }

  static boolean isCaught(FlowNode node) {
    return node instanceof IntermediateCatchEvent && isLink(node);
  }

  public static boolean startsCompensation(FlowNode node) {
    return node instanceof BoundaryEvent
        && !node.getChildElementsByType(CompensateEventDefinition.class).isEmpty();
  }

  private static boolean isLink(FlowNode node) {
    return !node.getChildElementsByType(LinkEventDefinition.class).isEmpty();
  }
}
