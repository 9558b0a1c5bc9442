package dev.processsync.support;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for work that is told of, and one that looks for work that nobody told of. Lives from
 * start to stop.
 */
public final class PolledThreads implements Executor {

  private static final Logger log = LoggerFactory.getLogger(PolledThreads.class);

  private final String name;
  private final ExecutorService workers;
  private final ScheduledExecutorService poll;
  private final Repeats repeats = new Repeats();

  /**
   * @param name what the threads do
   * @param look looks for work; what it throws is logged, and it is asked again
   */
  public PolledThreads(String name, int threads, Duration pollInterval, Runnable look) {
    this(name, Executors.newFixedThreadPool(threads, named(name)), pollInterval, look);
  }

  /** As many threads as there is work for at a time. */
  public static PolledThreads asNeeded(String name, Duration pollInterval, Runnable look) {
    return new PolledThreads(name, Executors.newCachedThreadPool(named(name)), pollInterval, look);
  }

  private PolledThreads(
      String name, ExecutorService workers, Duration pollInterval, Runnable look) {
    this.name = name;
    this.workers = workers;
    this.poll = Executors.newSingleThreadScheduledExecutor(named(name + "-poll"));
    long millis = pollInterval.toMillis();
    // The loop ends with its executor, and what it throws is caught in look().
    @SuppressWarnings("unused")
    Future<?> looking =
        poll.scheduleWithFixedDelay(() -> look(look), 0, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void execute(Runnable work) {
    workers.execute(work);
  }

  /** Takes no more work and waits for what is under way. */
  public void finish(Duration atMost) {
    poll.shutdown();
    workers.shutdown();
    try {
      long millis = atMost.toMillis();
      if (!poll.awaitTermination(millis, TimeUnit.MILLISECONDS)
          || !workers.awaitTermination(millis, TimeUnit.MILLISECONDS)) {
        log.warn("Threads '{}' were still working after {}", name, atMost);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no more work and interrupts what is under way. */
  public void cut() {
    poll.shutdownNow();
    workers.shutdownNow();
  }

  private void look(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException e) {
      if (repeats.isDue(String.valueOf(e.getMessage()))) {
        log.warn("Threads '{}' could not look for work: {}", name, e.getMessage());
      }
    }
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> new Thread(work, name + "-" + count.incrementAndGet());
  }
}
