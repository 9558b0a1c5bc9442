package dev.processsync.queue.lane;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.processsync.queue.entry.EntryStore;
import dev.processsync.queue.entry.FlowNeedsEngine;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.Reason;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.queue.entry.UnreadableEntry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of an entry whose flow failed alone. Whatever happens, it does not stay Ready for
 * ever: the engine takes it over, or it becomes Error, and others of its lane go on.
 */
public final class Settling {

  private static final Logger log = LoggerFactory.getLogger(Settling.class);

  /** A database in trouble is no entry's fault, unless it always is at the same entry. */
  private static final int MOST_TRIES = 5;

  private final Queue queue;
  private final FlowRunner runner;
  private final Lanes lanes;
  private final EntryStore entries;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** How often an entry could not be settled, by sys_id. */
  private final Cache<String, Integer> tries =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(10_000).build();

  public Settling(
      Queue queue,
      FlowRunner runner,
      Lanes lanes,
      EntryStore entries,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.queue = queue;
    this.runner = runner;
    this.clock = clock;
    this.lanes = lanes;
    this.entries = entries;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @throws RuntimeException if the database is in trouble: the lane is worked again later
   */
  void settle(int lane, QueueEntry entry, RuntimeException problem) {
    try {
      whileItWaits(lane, entry.sysId(), () -> decide(entry, problem));
    } catch (RuntimeException e) {
      giveUp(lane, entry, problem, e);
    }
    tries.invalidate(entry.sysId());
  }

  /** A row that can't be read is out of the way of the others. */
  void settle(int lane, UnreadableEntry unreadable) {
    fail(lane, unreadable.entry(), Reason.of(unreadable));
  }

  private void decide(QueueEntry entry, RuntimeException problem) {
    String message = Reason.of(problem);
    if (problem instanceof UnprocessableEntry) {
      entries.failed(queue, entry.sysId(), message);
      log.warn("{} entry {} is in error: {}", queue, entry.sysId(), message);
      return;
    }
    String reason = problem instanceof FlowNeedsEngine ? "" : message;
    String context = runner.handOver(new FlowRun(queue, entry, clock.millis()));
    entries.inEngine(queue, entry.sysId(), context, reason);
    log.info(
        "{} entry {} goes on in the engine as process instance {}: {}",
        queue,
        entry.sysId(),
        context,
        message);
  }

  private void giveUp(
      int lane, QueueEntry entry, RuntimeException problem, RuntimeException unsettled) {
    int tried = tries.asMap().merge(entry.sysId(), 1, Integer::sum);
    if (Reason.mayPass(unsettled) && tried < MOST_TRIES) {
      whileItWaits(
          lane,
          entry.sysId(),
          () ->
              entries.triedInVain(
                  queue,
                  entry.sysId(),
                  "Tried %d times without getting further; it is tried again. %s"
                      .formatted(tried, Reason.of(unsettled))));
      throw unsettled;
    }
    log.warn("{} entry {} could not be handed over to the engine", queue, entry.sysId(), unsettled);
    fail(lane, entry.sysId(), explained(problem, unsettled));
  }

  private static String explained(RuntimeException problem, RuntimeException unsettled) {
    String first = Reason.of(problem);
    String second = Reason.of(unsettled);
    if (first.equals(second)) {
      return first;
    }
    String handingOver = "The engine could not take its flow over: " + second;
    return problem instanceof FlowNeedsEngine ? handingOver : first + "\n" + handingOver;
  }

  private void fail(int lane, String entry, String message) {
    try {
      whileItWaits(lane, entry, () -> entries.failed(queue, entry, message));
    } catch (RuntimeException unstorable) {
      if (Reason.mayPass(unstorable)) {
        throw unstorable;
      }
      log.warn("{} entry {}: what it failed with can't be stored", queue, entry, unstorable);
      whileItWaits(
          lane,
          entry,
          () ->
              entries.failed(
                  queue,
                  entry,
                  "The flow failed, and what it failed with can't be stored: this instance's log has it beside the sys_id of this record."));
    }
  }

  /** The lane was free for a moment: another node may have run the flow, and run it well. */
  private void whileItWaits(int lane, String entry, Runnable change) {
    transaction.executeWithoutResult(
        status -> {
          if (lanes.take(queue, lane) && entries.waitsForFlow(queue, entry)) {
            change.run();
          }
        });
  }
}
