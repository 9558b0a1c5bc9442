package dev.processsync.flow.engine;

import dev.processsync.queue.entry.QueueEntries;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/** Tells the queue entry when its flow is given up, and when somebody in Cockpit tries it again. */
final class EntryIncidents extends DefaultIncidentHandler {

  /** The variable that says which entry a flow belongs to. */
  private static final String QUEUE_ENTRY = "queue_entry";

  private final Supplier<QueueEntries> entries;

  /**
   * @param type of incidents: of failed jobs or of failed external tasks
   */
  EntryIncidents(String type, Supplier<QueueEntries> entries) {
    super(type);
    this.entries = entries;
  }

  @Override
  public Incident handleIncident(IncidentContext context, @Nullable String message) {
    ExecutionEntity execution = execution(context);
    String entry = entry(execution);
    if (execution != null && entry != null) {
      String reason =
          message == null || message.isBlank() ? "The flow failed without saying why." : message;
      entries.get().flowFailed(entry, activity(context, execution), reason);
    }
    return super.handleIncident(context, message);
  }

  @Override
  public void resolveIncident(IncidentContext context) {
    // The engine asks for every job that ends, also for those that never failed.
    String entry = hasIncident(context) ? entry(execution(context)) : null;
    if (entry != null) {
      entries.get().flowRetried(entry);
    }
    super.resolveIncident(context);
  }

  private static boolean hasIncident(IncidentContext context) {
    return !Context.getCommandContext()
        .getIncidentManager()
        .findIncidentByConfiguration(context.getConfiguration())
        .isEmpty();
  }

  private static @Nullable ExecutionEntity execution(IncidentContext context) {
    return context.getExecutionId() == null
        ? null
        : Context.getCommandContext()
            .getExecutionManager()
            .findExecutionById(context.getExecutionId());
  }

  static @Nullable String entry(@Nullable ExecutionEntity execution) {
    return execution != null && execution.getVariable(QUEUE_ENTRY) instanceof String entry
        ? entry
        : null;
  }

  /** The name of the activity that failed, wherever in the called subflow it is. */
  private static String activity(IncidentContext context, ExecutionEntity execution) {
    String id =
        context.getFailedActivityId() == null
            ? context.getActivityId()
            : context.getFailedActivityId();
    ActivityImpl own = execution.getProcessDefinition().findActivity(id);
    ActivityImpl failed = own == null ? inSubflow(execution, id) : own;
    return failed == null ? id : ActivityTitle.of(failed);
  }

  private static @Nullable ActivityImpl inSubflow(ExecutionEntity execution, String activityId) {
    if (!(execution.getVariable("subflow") instanceof String subflow)) {
      return null;
    }
    ProcessDefinitionEntity latest =
        Context.getCommandContext()
            .getProcessDefinitionManager()
            .findLatestProcessDefinitionByKeyAndTenantId(subflow, null);
    try {
      return latest == null
          ? null
          : Context.getProcessEngineConfiguration()
              .getDeploymentCache()
              .resolveProcessDefinition(latest)
              .findActivity(activityId);
    } catch (ProcessEngineException unreadable) {
      return null; // The failure itself must not fail, or nobody would ever hear of it.
    }
  }
}
