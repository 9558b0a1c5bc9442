package dev.processsync.inbound;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken in.
 *
 * @param concurrentRequests requests with messages that this node works on at the same time; the
 *     sender of one more is asked to come back (HTTP 503 with Retry-After)
 * @param requestsPerSender those of one inbound API user, while they are read too (HTTP 429)
 * @param waitingMessages Ready inbound entries of one inbound API user; while there are as many,
 *     its messages are not taken (HTTP 429)
 * @param waitingSize likewise of their payloads
 */
@ConfigurationProperties("process-sync.inbound")
public record InboundProperties(
    @DefaultValue("8") int concurrentRequests,
    @DefaultValue("4") int requestsPerSender,
    @DefaultValue("50000") int waitingMessages,
    @DefaultValue("100MB") DataSize waitingSize) {

  public InboundProperties {
    if (concurrentRequests < 1 || concurrentRequests > 100) {
      throw new IllegalArgumentException(
          "process-sync.inbound.concurrent-requests must be 1 to 100, not " + concurrentRequests);
    }
    if (requestsPerSender < 1 || requestsPerSender > 100) {
      throw new IllegalArgumentException(
          "process-sync.inbound.requests-per-sender must be 1 to 100, not " + requestsPerSender);
    }
    if (waitingMessages < 1 || waitingMessages > 10_000_000 || waitingSize.toBytes() < 1) {
      throw new IllegalArgumentException(
          "process-sync.inbound.waiting-messages must be 1 to 10000000, and waiting-size more than nothing");
    }
  }
}
