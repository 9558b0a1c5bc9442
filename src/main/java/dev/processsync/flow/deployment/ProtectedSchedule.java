package dev.processsync.flow.deployment;

import org.camunda.bpm.engine.impl.jobexecutor.TimerChangeProcessDefinitionSuspensionStateJobHandler.ProcessDefinitionSuspensionStateConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerSuspendProcessDefinitionHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.repository.UpdateProcessDefinitionSuspensionStateBuilderImpl;

/** The engine's timers: a suspension that may not be is not put off either, it is refused now. */
final class ProtectedSchedule extends JobManager {

  private final ProtectedModels rule;

  ProtectedSchedule(ProtectedModels rule) {
    this.rule = rule;
  }

  @Override
  public void schedule(TimerEntity timer) {
    if (TimerSuspendProcessDefinitionHandler.TYPE.equals(timer.getJobHandlerType())) {
      UpdateProcessDefinitionSuspensionStateBuilderImpl target =
          ((ProcessDefinitionSuspensionStateConfiguration) timer.getJobHandlerConfiguration())
              .createBuilder();
      rule.refuseSuspensionById(target.getProcessDefinitionId());
      if (target.getProcessDefinitionKey() != null) {
        rule.refuseSuspension(target.getProcessDefinitionKey());
      }
    }
    super.schedule(timer);
  }
}
