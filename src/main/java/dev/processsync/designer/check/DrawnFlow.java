package dev.processsync.designer.check;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.policy.SafeBpmn;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A subflow as it is drawn. */
public record DrawnFlow(
    String key,
    Kind kind,
    BpmnModelInstance model,
    List<DrawnStep> steps,
    List<SequenceFlow> ways) {

  /**
   * @throws org.camunda.bpm.model.xml.ModelParseException if it is no BPMN
   */
  static DrawnFlow read(String key, Kind kind, String bpmn) {
    BpmnModelInstance model = SafeBpmn.read(bpmn);
    return new DrawnFlow(
        key,
        kind,
        model,
        model.getModelElementsByType(FlowNode.class).stream().map(DrawnStep::of).toList(),
        model.getModelElementsByType(SequenceFlow.class).stream()
            .filter(way -> way.getSource() != null && way.getTarget() != null)
            .toList());
  }

  /** The flow itself. */
  public Place place() {
    Collection<Process> processes = model.getModelElementsByType(Process.class);
    String name =
        processes.stream().map(Process::getName).filter(Objects::nonNull).findFirst().orElse("");
    return new Place(key, Place.named(name, key), "");
  }

  public Stream<DrawnStep> stepsThat(String... act) {
    Set<String> actions = Set.of(act);
    return steps.stream().filter(step -> actions.contains(step.action()));
  }

  /** The engine goes by the ends of a way, not by what its ends say of it. */
  public List<SequenceFlow> waysFrom(FlowNode node) {
    return ways.stream().filter(way -> way.getSource().equals(node)).toList();
  }
}
