package dev.processsync.outbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent.
 *
 * @param batchSize most messages in one request
 * @param pollInterval how often a node looks for messages that nobody told it of
 */
@ConfigurationProperties("process-sync.outbound")
public record OutboundProperties(
    @DefaultValue("200") int batchSize, @DefaultValue("1s") Duration pollInterval) {

  public OutboundProperties {
    if (batchSize < 1 || batchSize > 500) {
      throw new IllegalArgumentException(
          "process-sync.outbound.batch-size must be 1 to 500, not " + batchSize);
    }
  }
}
