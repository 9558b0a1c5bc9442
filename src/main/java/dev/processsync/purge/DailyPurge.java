package dev.processsync.purge;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.settings.Settings;
import dev.processsync.support.PollingThread;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Purges once a day from the set hour on; what was missed while no node ran is made up for. */
@Component
class DailyPurge extends PollingThread {

  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  /** After which a run that failed, or was cut off, is tried again. */
  private static final Duration SECOND_CHANCE = Duration.ofHours(1);

  /** A batch that is under way may end; the rest is for the next run. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final Purge purge;
  private final PurgeRuns runs;
  private final Settings settings;
  private final Clock clock;

  DailyPurge(Purge purge, PurgeRuns runs, Settings settings, Clock clock) {
    super("purge", LOOK_EVERY, STOP_WITHIN);
    this.purge = purge;
    this.runs = runs;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  protected void round() {
    look();
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
}
