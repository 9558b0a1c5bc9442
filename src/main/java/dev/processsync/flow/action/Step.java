package dev.processsync.flow.action;

import dev.processsync.change.FieldChange;
import dev.processsync.change.HybridTime;
import dev.processsync.payload.CapturedPayload;
import dev.processsync.payload.InvalidPayload;
import dev.processsync.payload.ParsedPayloads;
import dev.processsync.record.Origin;
import dev.processsync.record.RemoteEvent;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

  private static final int LAST_YEAR = 3_000;

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
        new Origin(ofTheRun("origin_instance"), hops.isEmpty() ? 0 : Integer.parseInt(hops)),
        captured().map(payload -> change(payload.metadata())).orElse(FieldChange.NONE));
  }

  /** What the flow applies; empty in a flow that applies nothing. */
  public Optional<CapturedPayload> captured() {
    String payload = ofTheRun("payload");
    try {
      return payload.isEmpty() ? Optional.empty() : Optional.of(ParsedPayloads.of(payload));
    } catch (InvalidPayload toldWhereItIsTransformed) {
      return Optional.empty();
    }
  }

  /** Who made the change that the flow runs for, as far as its payload says. */
  public String changedBy() {
    return captured().map(payload -> payload.metadata().changedBy()).orElse("");
  }

  /** The name of the event that the flow runs for. */
  public String processEvent() {
    return ofTheRun("process_event");
  }

  /** {@code create}, {@code update}, {@code delete} or {@code leave}; empty in an error flow. */
  public String operation() {
    return ofTheRun("operation");
  }

  /** By which this instance knows the pair of records that the event is about. */
  public String localCorrelationId() {
    return ofTheRun("local_correlation_id");
  }

  private static FieldChange change(CapturedPayload.Metadata metadata) {
    HybridTime time =
        HybridTime.parse(metadata.hybridTime())
            .or(() -> byTheClock(metadata.time()))
            .or(() -> byTheClock(metadata.timestamp()))
            .orElse(HybridTime.NONE);
    return new FieldChange(time, metadata.changedBy());
  }

  /** Empty if a stranger wrote something else. */
  private static Optional<HybridTime> byTheClock(String time) {
    try {
      LocalDateTime moment = LocalDateTime.parse(time.strip().replace(' ', 'T'));
      long millis = moment.toInstant(ZoneOffset.UTC).toEpochMilli();
      return millis > 0 && moment.getYear() <= LAST_YEAR
          ? Optional.of(HybridTime.ofMillis(millis))
          : Optional.empty();
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /**
   * When a field was changed of which the payload says that it was not when the others were.
   *
   * @param hybridTime empty if it was changed when nobody knows
   * @param others of whom it was, if nobody else
   */
  public static FieldChange change(String hybridTime, FieldChange others) {
    return HybridTime.parse(hybridTime)
        .map(time -> new FieldChange(time, others.by()))
        .orElse(FieldChange.NONE);
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
