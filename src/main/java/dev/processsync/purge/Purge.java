package dev.processsync.purge;

import dev.processsync.conflict.Conflicts;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.purge.QueuePurge;
import dev.processsync.queue.purge.QueuePurge.Batch;
import dev.processsync.settings.PurgeAges;
import dev.processsync.settings.PurgeSettings;
import dev.processsync.settings.Settings;
import dev.processsync.support.ShortText;
import dev.processsync.support.UnstorableData;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One run over both queues. The turn is a database lock held all the while, in a transaction that
 * does nothing else: if the node dies, the lock goes with it.
 */
@Service
class Purge {

  private static final Logger log = LoggerFactory.getLogger(Purge.class);

  private final QueuePurge queues;
  private final Conflicts conflicts;
  private final PurgeRuns runs;
  private final Settings settings;
  private final Clock clock;
  private final TransactionTemplate turn;

  Purge(
      QueuePurge queues,
      Conflicts conflicts,
      PurgeRuns runs,
      Settings settings,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.queues = queues;
    this.conflicts = conflicts;
    this.runs = runs;
    this.settings = settings;
    this.clock = clock;
    this.turn = new TransactionTemplate(transactions);
  }

  /** The run's record; empty if somebody else in the cluster is at it. */
  Optional<TableRecord> run() {
    @Nullable TableRecord done = turn.execute(status -> queues.takeTurn() ? purge() : null);
    return Optional.ofNullable(done);
  }

  private TableRecord purge() {
    TableRecord run = runs.start();
    Map<String, Integer> counts = new LinkedHashMap<>();
    try {
      PurgeSettings set = settings.current().purge();
      LocalDateTime now = LocalDateTime.now(clock);
      for (Queue queue : Queue.values()) {
        PurgeAges ages = queue == Queue.OUTBOUND ? set.outbound() : set.inbound();
        for (EntryStatus status : EntryStatus.values()) {
          LocalDateTime before = now.minusDays(days(ages, status));
          // What failed there is as much of a failure as what failed here.
          LocalDateTime openBefore = now.minusDays(ages.error());
          String field = queue.name().toLowerCase(Locale.ROOT) + "_" + status.value();
          purge(
              queue,
              status,
              before,
              openBefore,
              set.batchSize(),
              n -> counts.merge(field, n, Integer::sum));
        }
      }
      queues.forgetReceipts();
      // What was overwritten may be missed as long as what has failed.
      purgeConflicts(
          now.minusDays(set.inbound().error()),
          set.batchSize(),
          n -> counts.merge("conflicts", n, Integer::sum));
      log.info("Purged the queues: {}", counts);
      return runs.end(run, "done", counts, "");
    } catch (RuntimeException e) {
      log.error("Purging the queues failed after {}; an hour later it is tried again", counts, e);
      String reason = UnstorableData.inWords(e).orElseGet(() -> String.valueOf(e.getMessage()));
      return runs.end(run, "failed", counts, ShortText.of(reason, 1_000));
    }
  }

  private void purgeConflicts(LocalDateTime before, int limit, Counted counted) {
    int deleted;
    do {
      queues.keepTurn();
      deleted = conflicts.forgetResolved(before, limit);
      counted.add(deleted);
    } while (deleted == limit);
  }

  private void purge(
      Queue queue,
      EntryStatus status,
      LocalDateTime before,
      LocalDateTime openBefore,
      int limit,
      Counted counted) {
    counted.add(0);
    long last = 0;
    Batch batch;
    do {
      queues.keepTurn();
      batch =
          status.isEnded()
              ? queues.deleteEnded(queue, status, before, openBefore, limit)
              : queues.giveUp(queue, status, before, last, limit);
      last = batch.lastSequence();
      counted.add(batch.deleted().size());
      if (!status.isEnded() && !batch.deleted().isEmpty()) {
        log.warn(
            "Gave up {} entries that were {} for too long in the {}: {}",
            batch.deleted().size(),
            status.value(),
            queue.table(),
            batch.deleted());
      }
    } while (!batch.isLast());
  }

  private interface Counted {
    void add(int deleted);
  }

  private static int days(PurgeAges ages, EntryStatus status) {
    return switch (status) {
      case PROCESSED -> ages.processed();
      case SKIPPED -> ages.skipped();
      case ERROR -> ages.error();
      case READY -> ages.ready();
    };
  }
}
