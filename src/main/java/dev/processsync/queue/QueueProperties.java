package dev.processsync.queue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How queues are worked.
 *
 * @param threads lanes that this node works at the same time
 * @param pollInterval how often a node looks for work that nobody told it of
 * @param stopTimeout how long a stopping node waits for flows that are running
 */
@ConfigurationProperties("process-sync.queue")
public record QueueProperties(
    @DefaultValue("4") int threads,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("20s") Duration stopTimeout) {

  public QueueProperties {
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException(
          "process-sync.queue.threads must be 1 to 64, not " + threads);
    }
  }
}
