package dev.processsync.testing;

import dev.processsync.record.RecordChanged;
import dev.processsync.testing.slice.FlowSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** One run of a subflow: started, and carried on as far as it goes without anybody's doing. */
final class FlowRun {

  private final FlowSlice world;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final Model model;
  private final String entry;
  private final List<RecordChanged> changes = new ArrayList<>();
  private @Nullable ProcessInstance instance;

  FlowRun(FlowSlice world, Model model, String entry) {
    this.world = world;
    this.runtime = world.engine.getRuntimeService();
    this.management = world.engine.getManagementService();
    this.model = model;
    this.entry = entry;
  }

  Model model() {
    return model;
  }

  /** The queue entry that the flow runs for. */
  String entry() {
    return entry;
  }

  ProcessInstance instance() {
    return Objects.requireNonNull(instance, "the flow was not started");
  }

  /** Where it has been, and where it is. */
  Trace trace() {
    return new Trace(world.engine, model, instance().getId());
  }

  /** What the run has done to records, in order. */
  List<RecordChanged> changes() {
    return List.copyOf(changes);
  }

  void start(Map<String, Object> inputs) {
    ProcessInstantiationBuilderImpl start =
        (ProcessInstantiationBuilderImpl)
            runtime
                .createProcessInstanceById(model.definition())
                .businessKey(entry)
                .setVariables(inputs);
    instance = step(new StartProcessInstanceCmd(start));
    continueAsynchronously();
  }

  /**
   * @throws AssertionError if nobody has such a task to do
   */
  void complete(String activity, Map<String, Object> variables) {
    Task task =
        world
            .engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(instance().getId())
            .taskDefinitionKey(model.require(activity))
            .singleResult();
    if (task == null) {
      throw notWaitingAt(activity);
    }
    step(new CompleteTaskCmd(task.getId(), variables, false, false));
    continueAsynchronously();
  }

  /**
   * @throws AssertionError if the flow waits for no such timer
   */
  void fireTimer(String activity) {
    Job timer =
        management
            .createJobQuery()
            .processInstanceId(instance().getId())
            .timers()
            .activityId(model.require(activity))
            .singleResult();
    if (timer == null) {
      throw notWaitingAt(activity);
    }
    execute(timer);
    continueAsynchronously();
  }

  private AssertionError notWaitingAt(String activity) {
    return new AssertionError(
        "The flow should wait at %s, but %s".formatted(model.title(activity), trace()));
  }

  /** Does at once what the engine would do in a moment: continuations, not timers. */
  private void continueAsynchronously() {
    Optional<Job> next = continuation();
    while (next.isPresent()) {
      execute(next.get());
      next = continuation();
    }
  }

  private Optional<Job> continuation() {
    return management
        .createJobQuery()
        .processInstanceId(instance().getId())
        .messages()
        .withRetriesLeft()
        .list()
        .stream()
        .findFirst();
  }

  private void execute(Job job) {
    undoneIfItFails(
        () -> {
          try {
            management.executeJob(job.getId());
            return job;
          } catch (RuntimeException e) {
            Job failed = management.createJobQuery().jobId(job.getId()).singleResult();
            throw stopped(failed == null ? null : failed.getFailedActivityId(), e);
          }
        });
  }

  private <T> T step(Command<T> command) {
    return undoneIfItFails(
        () ->
            ((ProcessEngineConfigurationImpl) world.engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> tried(() -> command.execute(context))));
  }

  /** Inside the command, because only there the engine knows which activity failed. */
  private <T> T tried(Supplier<T> command) {
    try {
      return command.get();
    } catch (RuntimeException e) {
      throw stopped(
          Context.getCommandInvocationContext().getProcessDataContext().getLatestActivityId(), e);
    }
  }

  private FlowStopped stopped(@Nullable String activity, RuntimeException e) {
    return activity == null
        ? new FlowStopped("", "an unknown activity", e)
        : new FlowStopped(activity, model.title(activity), e);
  }

  /** As the transaction does with records: what is only remembered is forgotten again. */
  private <T> T undoneIfItFails(Supplier<T> step) {
    Runnable undo = world.memory.undo();
    world.heard.forget();
    try {
      T done = step.get();
      changes.addAll(world.heard.changes());
      return done;
    } catch (FlowStopped e) {
      undo.run();
      throw e;
    } catch (RuntimeException e) {
      undo.run();
      throw new FlowStopped("", "no activity, but when its changes were to be stored", e);
    }
  }
}
