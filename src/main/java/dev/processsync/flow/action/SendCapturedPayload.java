package dev.processsync.flow.action;

import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Correlations;
import dev.processsync.correlation.Ending;
import dev.processsync.queue.entry.QueueEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Send Captured Payload to Remote System: {@code payload} and {@code correlation} in; {@code
 * status}, {@code error_message} and both ids out. The message leaves after the flow is committed.
 */
@Component("sendCapturedPayload")
class SendCapturedPayload implements JavaDelegate {

  private final QueueEntries entries;
  private final Correlations correlations;

  SendCapturedPayload(QueueEntries entries, Correlations correlations) {
    this.entries = entries;
    this.correlations = correlations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    CorrelationDetail detail = step.requireCorrelation();
    Correlation correlation = detail.correlation();
    entries.address(
        step.queueEntry(),
        correlation.localCorrelationId(),
        correlation.remoteCorrelationId(),
        step.text("payload"));
    if (step.operation().equals("delete")) {
      // That it is gone is the last that the other side hears of it.
      correlations.end(correlation, Ending.Why.DELETED_HERE, step.changedBy());
    }
    step.found(detail);
    step.put("local_correlation_id", correlation.localCorrelationId())
        .put("remote_correlation_id", correlation.remoteCorrelationId());
  }
}
