package dev.processsync.copy;

import dev.processsync.database.CopyGuard;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * An instance that is held says so to whoever watches it. It is not down: people must reach it to
 * say what it is, and a restart would change nothing.
 */
@Component("copyGuard")
class CopyHealth implements HealthIndicator {

  private final CopyGuard guard;

  CopyHealth(CopyGuard guard) {
    this.guard = guard;
  }

  @Override
  public Health health() {
    return guard
        .objection()
        .map(words -> Health.status("HELD").withDetail("reason", words).build())
        .orElseGet(() -> Health.up().build());
  }
}
