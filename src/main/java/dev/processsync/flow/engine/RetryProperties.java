package dev.processsync.flow.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a flow that failed is tried again before its queue entry becomes Error (reference,
 * "Queues, errors, housekeeping").
 *
 * @param times 0 to 10
 * @param interval pause before each try, 0 to 300 seconds
 */
@ConfigurationProperties("process-sync.retry")
public record RetryProperties(
    @DefaultValue("3") int times, @DefaultValue("60s") Duration interval) {

  public RetryProperties {
    if (times < 0 || times > 10) {
      throw new IllegalArgumentException("process-sync.retry.times must be 0 to 10, not " + times);
    }
    if (interval.isNegative() || interval.toSeconds() > 300) {
      throw new IllegalArgumentException(
          "process-sync.retry.interval must be 0s to 300s, not " + interval);
    }
  }

  /** In the engine's form: tries in all, and the pause between them. */
  String timeCycle() {
    return "R%d/PT%dS".formatted(Math.max(1, times), interval.toSeconds());
  }
}
