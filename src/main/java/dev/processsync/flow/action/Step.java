package dev.processsync.flow.action;

import dev.processsync.record.Origin;
import dev.processsync.record.RemoteEvent;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * The step of a flow that an action runs in: its inputs and outputs. Outputs are the step's own
 * until the model maps them to the flow.
 */
public record Step(DelegateExecution execution) {

  /** The outbound or inbound queue entry that the flow runs for. */
  String queueEntry() {
    return required("queue_entry", ofTheRun("queue_entry"));
  }

  /** The remote system that the flow runs for, which also says whom it acts as. */
  String remoteSystem() {
    return required("remote_system", ofTheRun("remote_system"));
  }

  /** Whether the flow runs for a queue entry; an error flow doesn't. */
  public boolean hasQueueEntry() {
    return !ofTheRun("queue_entry").isBlank();
  }

  /** The remote system's event that the flow applies, and where that began. */
  public RemoteEvent remoteEvent() {
    String hops = ofTheRun("hops");
    return new RemoteEvent(
        remoteSystem(),
        new Origin(ofTheRun("origin_instance"), hops.isEmpty() ? 0 : Integer.parseInt(hops)));
  }

  /** How the log names the step: its process instance's business key and its activity. */
  public String title() {
    return "%s, %s".formatted(execution.getProcessBusinessKey(), execution.getCurrentActivityId());
  }

  /**
   * @throws MissingInput if it has no value
   */
  public String text(String input) {
    return required(input, optional(input));
  }

  private static String required(String input, String text) {
    if (text.isBlank()) {
      throw new MissingInput(input);
    }
    return text;
  }

  /**
   * What the flow was started with: neither a step's inputs nor what a person enters in a task of
   * the subflow stands over it.
   */
  private String ofTheRun(String name) {
    ExecutionEntity instance = ((ExecutionEntity) execution).getProcessInstance();
    for (ExecutionEntity caller = instance.getSuperExecution();
        caller != null;
        caller = instance.getSuperExecution()) {
      instance = caller.getProcessInstance();
    }
    Object value = instance.getVariable(name);
    return value == null ? "" : value.toString();
  }

  /** The input, empty if it has no value. */
  public String optional(String input) {
    Object value = execution.getVariable(input);
    return value == null ? "" : value.toString();
  }

  /** The input that the model gives this very step, empty if none: no variable of the flow. */
  public String own(String input) {
    Object value = execution.getVariableLocal(input);
    return value == null ? "" : value.toString();
  }

  /** A map that the model filled in, empty if it has none. */
  public Map<?, ?> map(String input) {
    Object value = execution.getVariable(input);
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    if (value == null || value.toString().isBlank()) {
      return Map.of();
    }
    throw new MissingInput(input, "a map with an entry for each field");
  }

  Optional<CorrelationDetail> correlation() {
    return Optional.ofNullable(execution.getVariable("correlation"))
        .filter(CorrelationDetail.class::isInstance)
        .map(CorrelationDetail.class::cast);
  }

  /** The correlation that the step works on. */
  public CorrelationDetail requireCorrelation() {
    return correlation().orElseThrow(() -> new NoCorrelation(optional("error_message")));
  }

  public Step put(String output, @Nullable Object value) {
    execution.setVariableLocal(output, value);
    return this;
  }

  /** What every action on a correlation gives: its detail and its state. */
  public void found(CorrelationDetail correlation) {
    put("correlation", correlation);
    put("status", correlation.status());
    put("error_message", "");
  }
}
