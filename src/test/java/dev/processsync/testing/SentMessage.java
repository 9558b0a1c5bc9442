package dev.processsync.testing;

import dev.processsync.testing.slice.InMemory;

/**
 * A message that is to be sent to the remote system.
 *
 * @param payload JSON
 * @param localCorrelationId the id by which this instance knows the pair of records
 * @param remoteCorrelationId the id by which the other instance knows it
 */
public record SentMessage(String payload, String localCorrelationId, String remoteCorrelationId) {

  static SentMessage of(InMemory.Sent sent) {
    return new SentMessage(sent.payload(), sent.localCorrelationId(), sent.remoteCorrelationId());
  }
}
