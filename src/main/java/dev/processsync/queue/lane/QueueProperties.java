package dev.processsync.queue.lane;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How queues are worked.
 *
 * @param threads turns that this node works at the same time, see {@link #turnsAtOnce}; 0 for as
 *     many as it has processors: more would only make turns smaller, and each event dearer
 * @param pollInterval how often a node looks for work that nobody told it of
 * @param stopTimeout how long a stopping node waits for flows that are running
 */
@ConfigurationProperties("process-sync.queue")
public record QueueProperties(
    @DefaultValue("0") int threads,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("20s") Duration stopTimeout) {

  private static final int MOST_THREADS = 64;

  /** So that one slow flow holds up no other lane. */
  private static final int LEAST_OF_PROCESSORS = 2;

  /** What a turn may need for payloads as long as they may be, beside what others need. */
  private static final long TURN_NEEDS_BYTES = 128L * 1024 * 1024;

  public QueueProperties {
    if (threads < 0 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "process-sync.queue.threads must be 0 to %d, not %d".formatted(MOST_THREADS, threads));
    }
  }

  /** As many turns as wanted, or as there is memory for. */
  int turnsAtOnce() {
    long affordable = (Runtime.getRuntime().maxMemory() + TURN_NEEDS_BYTES / 2) / TURN_NEEDS_BYTES;
    return (int) Math.max(1, Math.min(wanted(), affordable));
  }

  private int wanted() {
    int processors = Runtime.getRuntime().availableProcessors();
    return threads > 0
        ? threads
        : Math.min(MOST_THREADS, Math.max(LEAST_OF_PROCESSORS, processors));
  }
}
