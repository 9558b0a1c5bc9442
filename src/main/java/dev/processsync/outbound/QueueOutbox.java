package dev.processsync.outbound;

import dev.processsync.correlation.Correlation;
import dev.processsync.queue.OutboundQueue;
import org.springframework.stereotype.Component;

/** Writes a flow's message onto its queue entry. */
@Component
class QueueOutbox implements Outbox {

  private final OutboundQueue queue;

  QueueOutbox(OutboundQueue queue) {
    this.queue = queue;
  }

  @Override
  public void send(String entry, Correlation correlation, String payload) {
    queue.address(
        entry, correlation.localCorrelationId(), correlation.remoteCorrelationId(), payload);
  }
}
