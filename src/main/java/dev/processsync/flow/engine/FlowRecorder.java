package dev.processsync.flow.engine;

import dev.processsync.support.Lists;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes step by step what dry runs do. Flows that are published are not listened to. */
@Component
public final class FlowRecorder extends AbstractProcessEnginePlugin {

  /** What the keys of definitions begin with that are recorded; none is ever committed. */
  public static final String PREFIX = "dry-run-of-";

  private final ThreadLocal<@Nullable List<RecordedStep>> recording = new ThreadLocal<>();

  /** What this thread's flows do until they end, or fail; the list grows meanwhile. */
  public void record(List<RecordedStep> into, Runnable flows) {
    recording.set(into);
    try {
      flows.run();
    } finally {
      recording.remove();
    }
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPostBPMNParseListeners(
        Lists.with(engine.getCustomPostBPMNParseListeners(), new Listening()));
  }

  private final class Listening extends AbstractBpmnParseListener {
    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
      if (definition.getKey().startsWith(PREFIX)) {
        listen(definition);
      }
    }

    private void listen(ScopeImpl scope) {
      for (ActivityImpl activity : scope.getActivities()) {
        activity.addBuiltInListener(
            ExecutionListener.EVENTNAME_START, (ExecutionListener) FlowRecorder.this::begun);
        activity.addBuiltInListener(
            ExecutionListener.EVENTNAME_END, (ExecutionListener) FlowRecorder.this::ended);
        listen(activity);
      }
    }
  }

  private void begun(DelegateExecution execution) {
    List<RecordedStep> steps = recording.get();
    if (steps != null) {
      ActivityImpl activity = ((ExecutionEntity) execution).getActivity();
      steps.add(
          RecordedStep.begun(
              activity.getId(), name(activity), String.valueOf(activity.getProperty("type"))));
    }
  }

  /** Events have no name of their own in the engine, only that of the model. */
  private static String name(ActivityImpl activity) {
    return Objects.requireNonNullElse(activity.getProperty("name"), "").toString();
  }

  private void ended(DelegateExecution execution) {
    List<RecordedStep> steps = recording.get();
    if (steps == null) {
      return;
    }
    ActivityImpl activity = ((ExecutionEntity) execution).getActivity();
    for (int i = steps.size() - 1; i >= 0; i--) {
      RecordedStep step = steps.get(i);
      if (step.activity().equals(activity.getId()) && !step.done()) {
        steps.set(i, done(step, activity, execution));
        return;
      }
    }
  }

  private static RecordedStep done(
      RecordedStep step, ActivityImpl activity, DelegateExecution execution) {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    if (activity.getIoMapping() != null) {
      Set<String> given = new LinkedHashSet<>();
      for (InputParameter input : activity.getIoMapping().getInputParameters()) {
        given.add(input.getName());
      }
      execution
          .getVariablesLocal()
          .forEach((name, value) -> (given.contains(name) ? inputs : outputs).put(name, value));
    }
    return new RecordedStep(step.activity(), step.name(), step.type(), inputs, outputs, true);
  }
}
