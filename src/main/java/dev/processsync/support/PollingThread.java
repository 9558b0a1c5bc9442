package dev.processsync.support;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Work that one thread looks for again and again, from start to stop. */
public abstract class PollingThread implements SmartLifecycle {

  private final String name;
  private final Duration every;
  private final Duration stopWithin;
  private volatile @Nullable PolledThreads threads;

  /**
   * @param name what the thread does
   * @param stopWithin how long a round that is under way may go on after the stop
   */
  protected PollingThread(String name, Duration every, Duration stopWithin) {
    this.name = name;
    this.every = every;
    this.stopWithin = stopWithin;
  }

  /** One round; what it throws is logged, and the next one comes. */
  protected abstract void round();

  @Override
  public void start() {
    threads = new PolledThreads(name, 1, every, this::round);
  }

  @Override
  public void stop() {
    PolledThreads running = threads;
    threads = null;
    if (running != null) {
      running.finish(stopWithin);
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
