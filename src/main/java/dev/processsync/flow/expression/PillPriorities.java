package dev.processsync.flow.expression;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.externaltask.DefaultExternalTaskPriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobPriorityProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Priorities of jobs and external tasks that a data pill gives: a text that is a number. */
public final class PillPriorities {

  private PillPriorities() {}

  public static void in(ProcessEngineConfigurationImpl engine) {
    engine.setJobPriorityProvider(new OfJobs());
    engine.setExternalTaskPriorityProvider(new OfExternalTasks());
  }

  private static ParameterValueProvider number(
      ParameterValueProvider given, ExecutionEntity execution, String heading) {
    Object value = given.getValue(execution);
    if (value == null || (value instanceof String text && text.isBlank())) {
      return new ConstantValueProvider(0L);
    }
    try {
      return new ConstantValueProvider(
          value instanceof String text ? Long.valueOf(text.strip()) : value);
    } catch (NumberFormatException e) {
      throw new ProcessEngineException("%s: '%s' is not a number".formatted(heading, value));
    }
  }

  private static final class OfJobs extends DefaultJobPriorityProvider {
    @Override
    protected Long evaluateValueProvider(
        ParameterValueProvider given, ExecutionEntity execution, String heading) {
      return super.evaluateValueProvider(
          given.isDynamic() ? number(given, execution, heading) : given, execution, heading);
    }
  }

  private static final class OfExternalTasks extends DefaultExternalTaskPriorityProvider {
    @Override
    protected Long evaluateValueProvider(
        ParameterValueProvider given, ExecutionEntity execution, String heading) {
      return super.evaluateValueProvider(
          given.isDynamic() ? number(given, execution, heading) : given, execution, heading);
    }
  }
}
