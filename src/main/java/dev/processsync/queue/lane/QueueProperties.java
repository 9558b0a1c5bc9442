package dev.processsync.queue.lane;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How queues are worked.
 *
 * @param threads turns that this node works at the same time, see {@link #turnsAtOnce}
 * @param pollInterval how often a node looks for work that nobody told it of
 * @param stopTimeout how long a stopping node waits for flows that are running
 */
@ConfigurationProperties("process-sync.queue")
public record QueueProperties(
    @DefaultValue("4") int threads,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("20s") Duration stopTimeout) {

  /** What a turn may need for payloads as long as they may be, beside what others need. */
  private static final long TURN_NEEDS_BYTES = 128L * 1024 * 1024;

  public QueueProperties {
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException(
          "process-sync.queue.threads must be 1 to 64, not " + threads);
    }
  }

  /** As many turns as wanted, or as there is memory for. */
  int turnsAtOnce() {
    long affordable = (Runtime.getRuntime().maxMemory() + TURN_NEEDS_BYTES / 2) / TURN_NEEDS_BYTES;
    return (int) Math.max(1, Math.min(threads, affordable));
  }
}
