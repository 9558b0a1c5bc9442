package dev.processsync.flow.run;

import dev.processsync.flow.engine.ActivityTitle;
import dev.processsync.flow.engine.Cause;
import dev.processsync.flow.engine.FlowHistory;
import dev.processsync.flow.expression.StoredText;
import dev.processsync.queue.entry.FlowNeedsEngine;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.queue.entry.UnprocessableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Runs subflows from start to end in the caller's transaction, or starts their orchestration. */
@Component
class SubflowRuns {

  private static final int LONGEST_BUSINESS_KEY = 255;

  private final ProcessEngineConfigurationImpl engine;
  private final RuntimeService runtime;
  private final PublishedSubflows published;
  private final QueueEntries entries;
  private final FlowHistory history;

  SubflowRuns(
      ProcessEngine engine,
      PublishedSubflows published,
      QueueEntries entries,
      FlowHistory history) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.runtime = engine.getRuntimeService();
    this.published = published;
    this.entries = entries;
    this.history = history;
  }

  /**
   * A subflow to be started.
   *
   * @param entry the queue entry's sys_id, empty for an error flow, which has none
   * @param inputs transient, so that a flow that ends at once leaves nothing in the database
   */
  record Start(String entry, String subflow, String businessKey, Inputs inputs) {}

  /** What people know a flow by, as far as the engine can hold it: records have longer numbers. */
  static String businessKey(String known) {
    return StoredText.of(known, LONGEST_BUSINESS_KEY);
  }

  /**
   * One after the other in one engine command: what the engine writes it writes once, at the end.
   */
  void run(List<Start> starts) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              history.quietly(() -> starts.forEach(start -> run(context, start)));
              return null;
            });
  }

  /**
   * Runs a definition other than the published one, as far as it goes without waiting, in a
   * transaction that is undone.
   *
   * @return the activities that it waits at, none if it has ended
   */
  List<String> rehearse(String definition, Start start) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              List<String> waiting = new ArrayList<>();
              history.quietly(
                  () -> {
                    ProcessInstanceWithVariables begun = begin(context, definition, start);
                    if (!begun.isEnded()) {
                      waiting.addAll(runtime.getActiveActivityIds(begun.getId()));
                    }
                  });
              return waiting;
            });
  }

  private ProcessInstanceWithVariables begin(
      CommandContext context, String definition, Start start) {
    ProcessInstantiationBuilderImpl instance =
        (ProcessInstantiationBuilderImpl)
            runtime
                .createProcessInstanceById(definition)
                .businessKey(businessKey(start.businessKey()))
                .setVariables(start.inputs().variables());
    ProcessInstanceWithVariables begun = start(context, instance);
    if (begun.isEnded() && !start.entry().isEmpty()) {
      reason(begun.getVariables()).ifPresent(reason -> entries.skip(start.entry(), reason));
    }
    return begun;
  }

  /** Why a flow that has ended did nothing. */
  static Optional<String> reason(VariableMap left) {
    return Optional.ofNullable(left.get("error_message"))
        .map(Object::toString)
        .filter(reason -> !reason.isBlank());
  }

  private void run(CommandContext context, Start start) {
    ProcessInstanceWithVariables ended = begin(context, definition(start.subflow()), start);
    if (!ended.isEnded()) {
      throw new FlowNeedsEngine(start.entry(), start.subflow());
    }
    if (history.isReporting()) {
      entries.ranAs(start.entry(), ended.getId());
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

  /**
   * Starts the orchestration that runs the subflow, asynchronously and as a part of the caller's
   * transaction.
   *
   * @return the process instance's id
   */
  String handOver(String orchestration, String subflow, String known, Inputs inputs) {
    String businessKey = businessKey(known);
    inputs.with("subflow", subflow).with("business_key", businessKey);
    return runtime
        .createProcessInstanceByKey(orchestration)
        .processDefinitionWithoutTenantId()
        .businessKey(businessKey)
        .setVariables(inputs.variables())
        .execute()
        .getId();
  }

  /** Inside the command, because only there the engine knows which activity failed. */
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
