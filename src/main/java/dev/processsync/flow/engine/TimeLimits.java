package dev.processsync.flow.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Has every activity of every model ask before it starts whether its flow has time left. */
final class TimeLimits extends AbstractBpmnParseListener {

  private static final ExecutionListener BEGIN = TimeLimits::begin;
  private static final ExecutionListener REQUIRE = TimeLimits::require;

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, BEGIN);
    limit(definition);
  }

  private static void limit(ScopeImpl scope) {
    for (ActivityImpl activity : scope.getActivities()) {
      activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, REQUIRE);
      limit(activity);
    }
  }

  /** A subflow shares the time of the flow that called it. */
  private static void begin(DelegateExecution started) {
    if (((ExecutionEntity) started).getSuperExecution() == null) {
      FlowTime.current().begin();
    }
  }

  private static void require(DelegateExecution execution) {
    FlowTime.current().require(((ExecutionEntity) execution).getActivity());
  }
}
