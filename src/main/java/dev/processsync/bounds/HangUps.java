package dev.processsync.bounds;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices callers who hang up before they have their answer. */
public final class HangUps implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HangUps.class);

  /** Most requests are answered before anybody looks. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "hang-ups");
            thread.setDaemon(true);
            return thread;
          });

  HangUps() {
    looking.scheduleWithFixedDelay(
        () -> watches.forEach(Watch::look),
        BETWEEN_LOOKS.toMillis(),
        BETWEEN_LOOKS.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /**
   * From now on until it is closed, which has to be before the request is answered.
   *
   * @param whenHungUp run by another thread about each second as long as the request goes on after
   *     its caller has hung up
   */
  public Watch watch(ServletRequest request, Runnable whenHungUp) {
    Watch watch = new Watch(LineToCaller.of(request), whenHungUp);
    watches.add(watch);
    return watch;
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }

  /** Over one request. */
  public final class Watch implements AutoCloseable {

    private final @Nullable LineToCaller line;
    private final Runnable whenHungUp;
    private boolean cut;
    private boolean over;

    private Watch(@Nullable LineToCaller line, Runnable whenHungUp) {
      this.line = line;
      this.whenHungUp = whenHungUp;
    }

    private synchronized void look() {
      if (over || line == null) {
        return;
      }
      try {
        cut = cut || line.isCut();
        if (cut) {
          whenHungUp.run();
        }
      } catch (RuntimeException e) {
        log.warn("Can't tell whether a caller has hung up", e);
      }
    }

    /** Waits for a look that is being taken: afterwards the connection is the server's alone. */
    @Override
    public synchronized void close() {
      over = true;
      watches.remove(this);
    }
  }
}
