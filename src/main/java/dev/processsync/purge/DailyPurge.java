package dev.processsync.purge;

import dev.processsync.queue.PolledThreads;
import dev.processsync.settings.Settings;
import dev.processsync.table.FieldValue;
import dev.processsync.table.TableRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Purges once a day from the set hour on; what was missed while no node ran is made up for. */
@Component
class DailyPurge implements SmartLifecycle {

  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  /** After which a run that failed, or was cut off, is tried again. */
  private static final Duration SECOND_CHANCE = Duration.ofHours(1);

  /** A batch that is under way may end; the rest is for the next run. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final Purge purge;
  private final PurgeRuns runs;
  private final Settings settings;
  private final Clock clock;
  private volatile @Nullable PolledThreads threads;

  DailyPurge(Purge purge, PurgeRuns runs, Settings settings, Clock clock) {
    this.purge = purge;
    this.runs = runs;
    this.settings = settings;
    this.clock = clock;
  }

  /** Purges if that is due; whether it did. */
  boolean look() {
    return isDue() && purge.run().isPresent();
  }

  private boolean isDue() {
    LocalDateTime now = LocalDateTime.now(clock);
    LocalDateTime today = now.toLocalDate().atTime(settings.current().purge().hour(), 0);
    LocalDateTime due = today.isAfter(now) ? today.minusDays(1) : today;
    Optional<TableRecord> last = runs.last();
    if (last.isEmpty()) {
      return true;
    }
    LocalDateTime started = LocalDateTime.parse(last.get().get("started"), FieldValue.DATE_TIME);
    boolean isDone = last.get().get("status").equals("done");
    return started.isBefore(due) || (!isDone && !started.plus(SECOND_CHANCE).isAfter(now));
  }

  @Override
  public void start() {
    threads = new PolledThreads("purge", 1, LOOK_EVERY, this::look);
  }

  @Override
  public void stop() {
    PolledThreads running = threads;
    threads = null;
    if (running != null) {
      running.finish(STOP_WITHIN);
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
