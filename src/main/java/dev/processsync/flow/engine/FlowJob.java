package dev.processsync.flow.engine;

import dev.processsync.settings.DeliverySettings;
import dev.processsync.settings.Retry;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * A job that runs a queue entry's flow, or goes on with it.
 *
 * @param entry the queue entry's sys_id
 * @param isInbound which queue it is in
 * @param isHandedOver whether it starts a flow that the queue has tried to run before
 */
record FlowJob(String entry, boolean isInbound, boolean isHandedOver) {

  private static final String INBOUND = "process-event-inbound";

  /** Empty if the job is about something else: the engine has jobs of its own. */
  static Optional<FlowJob> of(JobEntity job) {
    if (job.getExecutionId() == null) {
      return Optional.empty();
    }
    ExecutionEntity execution =
        Context.getCommandContext().getExecutionManager().findExecutionById(job.getExecutionId());
    String entry = EntryIncidents.entry(execution);
    if (entry == null) {
      return Optional.empty();
    }
    ExecutionEntity own = execution.getProcessInstance();
    ExecutionEntity top = own;
    while (top.getSuperExecution() != null) {
      top = top.getSuperExecution().getProcessInstance();
    }
    return Optional.of(
        new FlowJob(entry, INBOUND.equals(top.getProcessDefinition().getKey()), own == top));
  }

  Retry retry(DeliverySettings settings) {
    return isInbound ? settings.inboundRetry() : settings.outboundRetry();
  }

  /** Tries by the engine; the first is one more, or the first retry of what was handed over. */
  int tries(Retry retry) {
    return isHandedOver ? Math.max(1, retry.times()) : retry.times() + 1;
  }
}
