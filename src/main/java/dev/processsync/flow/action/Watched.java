package dev.processsync.flow.action;

import dev.processsync.record.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who will be shown what this thread's flow reads and writes. What they may not see or do
 * themselves, the flow may not either, whoever it acts as.
 */
public final class Watched {

  private static final ThreadLocal<@Nullable Actor> WATCHING = new ThreadLocal<>();

  private Watched() {}

  public static void by(Actor watching, Runnable flow) {
    WATCHING.set(watching);
    try {
      flow.run();
    } finally {
      WATCHING.remove();
    }
  }

  static Optional<Actor> by() {
    return Optional.ofNullable(WATCHING.get());
  }
}
