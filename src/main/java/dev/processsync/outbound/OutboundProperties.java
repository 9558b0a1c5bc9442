package dev.processsync.outbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent.
 *
 * @param batchSize most messages in one request
 * @param pollInterval how often a node looks for messages that nobody told it of
 * @param connectionTries how often a connection that fails is tried again before the remote
 *     system's outbound state becomes Error
 * @param connectionInterval time between those tries; a remote system in Error is probed after a
 *     multiple of it, see {@link Trouble}, and goes on by itself when it answers
 */
@ConfigurationProperties("process-sync.outbound")
public record OutboundProperties(
    @DefaultValue("200") int batchSize,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("3") int connectionTries,
    @DefaultValue("60s") Duration connectionInterval) {

  public OutboundProperties {
    if (batchSize < 1 || batchSize > 500) {
      throw new IllegalArgumentException(
          "process-sync.outbound.batch-size must be 1 to 500, not " + batchSize);
    }
    if (connectionTries < 0 || connectionTries > 10) {
      throw new IllegalArgumentException(
          "process-sync.outbound.connection-tries must be 0 to 10, not " + connectionTries);
    }
    if (connectionInterval.isNegative() || connectionInterval.toSeconds() > 300) {
      throw new IllegalArgumentException(
          "process-sync.outbound.connection-interval must be 0s to 300s, not "
              + connectionInterval);
    }
  }
}
