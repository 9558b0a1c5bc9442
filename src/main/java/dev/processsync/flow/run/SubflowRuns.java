package dev.processsync.flow.run;

import dev.processsync.flow.engine.ActivityTitle;
import dev.processsync.flow.engine.Cause;
import dev.processsync.queue.FlowNeedsEngine;
import dev.processsync.queue.QueueEntries;
import dev.processsync.queue.UnprocessableEntry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/** Runs a subflow from start to end in the caller's transaction, or starts its orchestration. */
@Component
class SubflowRuns {

  private final ProcessEngineConfigurationImpl engine;
  private final RuntimeService runtime;
  private final PublishedSubflows published;
  private final QueueEntries entries;

  SubflowRuns(ProcessEngine engine, PublishedSubflows published, QueueEntries entries) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.runtime = engine.getRuntimeService();
    this.published = published;
    this.entries = entries;
  }

  /**
   * @param inputs transient, so that a flow that ends at once leaves nothing in the database
   */
  void run(String entry, String subflow, String businessKey, VariableMap inputs) {
    ProcessInstantiationBuilderImpl start =
        (ProcessInstantiationBuilderImpl)
            runtime
                .createProcessInstanceById(definition(subflow))
                .businessKey(businessKey)
                .setVariables(inputs);
    ProcessInstanceWithVariables ended =
        engine.getCommandExecutorTxRequired().execute(context -> start(context, start));
    if (!ended.isEnded()) {
      throw new FlowNeedsEngine(entry, subflow);
    }
    Object reason = ended.getVariables().get("error_message");
    if (reason != null && !reason.toString().isBlank()) {
      entries.skip(entry, reason.toString());
    }
  }

  private String definition(String subflow) {
    return published
        .definition(subflow)
        .orElseThrow(
            () ->
                new UnprocessableEntry(
                    "No published subflow has the key '%s': publish it and set this entry to Ready, or choose another in the flow."
                        .formatted(subflow)));
  }

  String handOver(String orchestration, String businessKey, VariableMap inputs) {
    return runtime.startProcessInstanceByKey(orchestration, businessKey, inputs).getId();
  }

  /** Inside one command, because only there the engine knows which activity failed. */
  private static ProcessInstanceWithVariables start(
      CommandContext context, ProcessInstantiationBuilderImpl start) {
    try {
      return new StartProcessInstanceCmd(start).execute(context);
    } catch (RuntimeException e) {
      throw new FlowFailed(failedActivity(start) + ": " + Cause.message(e), e);
    }
  }

  private static String failedActivity(ProcessInstantiationBuilderImpl start) {
    String id = Context.getCommandInvocationContext().getProcessDataContext().getLatestActivityId();
    ActivityImpl activity =
        id == null
            ? null
            : Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(start.getProcessDefinitionId())
                .findActivity(id);
    return activity == null ? String.valueOf(id) : ActivityTitle.of(activity);
  }
}
