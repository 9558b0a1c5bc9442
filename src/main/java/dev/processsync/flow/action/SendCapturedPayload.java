package dev.processsync.flow.action;

import dev.processsync.outbound.Outbox;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Send Captured Payload to Remote System: {@code payload} and {@code correlation} in; {@code
 * status}, {@code error_message} and both ids out. The message leaves after the flow is committed.
 */
@Component("sendCapturedPayload")
class SendCapturedPayload implements JavaDelegate {

  private final Outbox outbox;

  SendCapturedPayload(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    CorrelationDetail correlation = step.requireCorrelation();
    outbox.send(step.queueEntry(), correlation.toCorrelation(), step.text("payload"));
    step.found(correlation);
    step.put("local_correlation_id", correlation.localCorrelationId())
        .put("remote_correlation_id", correlation.remoteCorrelationId());
  }
}
