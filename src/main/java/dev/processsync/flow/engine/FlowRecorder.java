package dev.processsync.flow.engine;

import dev.processsync.support.Lists;
import dev.processsync.transaction.UnitOfWork;
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

  private static final UnitOfWork.Key<Recording> KEY = new UnitOfWork.Key<>();

  /** What the current transaction's flows do. */
  private record Recording(List<RecordedStep> steps) implements UnitOfWork.Part {}

  /** What these flows do until they end, or fail; the list grows meanwhile. */
  public static void record(List<RecordedStep> into, Runnable flows) {
    UnitOfWork.required().with(KEY, new Recording(into), flows);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPostBPMNParseListeners(
        Lists.with(engine.getCustomPostBPMNParseListeners(), new Listening()));
  }

  private static final class Listening extends AbstractBpmnParseListener {
    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
      if (definition.getKey().startsWith(PREFIX)) {
        listen(definition);
      }
    }

    private void listen(ScopeImpl scope) {
      for (ActivityImpl activity : scope.getActivities()) {
        activity.addBuiltInListener(
            ExecutionListener.EVENTNAME_START, (ExecutionListener) FlowRecorder::begun);
        activity.addBuiltInListener(
            ExecutionListener.EVENTNAME_END, (ExecutionListener) FlowRecorder::ended);
        listen(activity);
      }
    }
  }

  private static void begun(DelegateExecution execution) {
    ActivityImpl activity = ((ExecutionEntity) execution).getActivity();
    UnitOfWork.find(KEY)
        .ifPresent(
            recording ->
                recording
                    .steps()
                    .add(
                        RecordedStep.begun(
                            activity.getId(),
                            name(activity),
                            String.valueOf(activity.getProperty("type")))));
  }

  /** Events have no name of their own in the engine, only that of the model. */
  private static String name(ActivityImpl activity) {
    return Objects.requireNonNullElse(activity.getProperty("name"), "").toString();
  }

  private static void ended(DelegateExecution execution) {
    UnitOfWork.find(KEY).ifPresent(recording -> end(recording.steps(), execution));
  }

  private static void end(List<RecordedStep> steps, DelegateExecution execution) {
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
