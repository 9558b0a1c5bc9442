package dev.processsync.flow.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Which models do no more than look up, correlate and send: each step once at most, none that waits
 * or writes records, so that they end soon and hold nobody up.
 */
@Component
class SendingModels {

  private static final Set<String> ACTIONS =
      Set.of(
          "${lookUpCorrelationByLocalRecord}",
          "${createCorrelation}",
          "${sendCapturedPayload}",
          "${transformPayload}");

  private final RepositoryService repository;

  /** By the definition's id: what was deployed never changes. */
  private final Cache<String, Boolean> known = Caffeine.newBuilder().maximumSize(10_000).build();

  SendingModels(RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * @param definition its id
   */
  boolean include(String definition) {
    return known.get(definition, id -> onlySends(repository.getBpmnModelInstance(id)));
  }

  static boolean onlySends(BpmnModelInstance model) {
    if (!model.getModelElementsByType(CamundaExecutionListener.class).isEmpty()) {
      return false;
    }
    Collection<Process> processes = model.getModelElementsByType(Process.class);
    return processes.size() == 1
        && processes.iterator().next().getFlowElements().stream().allMatch(SendingModels::isQuick)
        && !model.getModelElementsByType(StartEvent.class).stream()
            .anyMatch(start -> comesBack(start, new HashSet<>()));
  }

  private static boolean isQuick(FlowElement element) {
    if (element instanceof ServiceTask task) {
      return ACTIONS.contains(String.valueOf(task.getCamundaDelegateExpression()))
          && task.getLoopCharacteristics() == null
          && isSynchronous(task);
    }
    if (element instanceof StartEvent start) {
      return start.getEventDefinitions().isEmpty() && isSynchronous(start);
    }
    if (element instanceof EndEvent end) {
      return end.getEventDefinitions().isEmpty() && isSynchronous(end);
    }
    return element instanceof SequenceFlow
        || element instanceof ExclusiveGateway gateway && isSynchronous(gateway);
  }

  private static boolean isSynchronous(FlowNode node) {
    return !node.isCamundaAsyncBefore() && !node.isCamundaAsyncAfter();
  }

  /**
   * @param way the nodes before this one
   */
  private static boolean comesBack(FlowNode node, Set<FlowNode> way) {
    if (!way.add(node)) {
      return true;
    }
    boolean back = node.getSucceedingNodes().list().stream().anyMatch(next -> comesBack(next, way));
    way.remove(node);
    return back;
  }
}
