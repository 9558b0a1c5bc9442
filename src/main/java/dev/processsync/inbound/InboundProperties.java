package dev.processsync.inbound;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is taken in.
 *
 * @param concurrentRequests requests with messages that this node reads at the same time; the
 *     sender of one more is asked to come back (HTTP 503 with Retry-After)
 */
@ConfigurationProperties("process-sync.inbound")
public record InboundProperties(@DefaultValue("8") int concurrentRequests) {

  public InboundProperties {
    if (concurrentRequests < 1 || concurrentRequests > 100) {
      throw new IllegalArgumentException(
          "process-sync.inbound.concurrent-requests must be 1 to 100, not " + concurrentRequests);
    }
  }
}
