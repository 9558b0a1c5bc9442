package dev.processsync.flow.engine;

import dev.processsync.settings.Settings;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * The time that a flow has left in the engine's current command. A wait state ends the command, so
 * waiting does not count; a command that starts several flows gives each its own time.
 */
final class FlowTime implements Session {

  private final Settings settings;
  private final LongSupplier nanoTime;
  private Duration limit = Duration.ZERO;
  private long deadline;

  private FlowTime(Settings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
    begin();
  }

  static FlowTime current() {
    return Context.getCommandContext().getSession(FlowTime.class);
  }

  /** A flow begins. */
  void begin() {
    limit = settings.current().flowTimeLimit();
    deadline = nanoTime.getAsLong() + limit.toNanos();
  }

  /**
   * @throws FlowTookTooLong if the time was over before this activity
   */
  void require(ActivityImpl next) {
    if (nanoTime.getAsLong() - deadline > 0) {
      throw new FlowTookTooLong(limit, next);
    }
  }

  @Override
  public void flush() {
    // Nothing of it is stored.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  /** Makes one for each command in which a flow runs. */
  record Factory(Settings settings, LongSupplier nanoTime) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return FlowTime.class;
    }

    @Override
    public Session openSession() {
      return new FlowTime(settings, nanoTime);
    }
  }
}
