package dev.processsync.queue;

import dev.processsync.queue.entry.FlowNeedsEngine;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.queue.lane.FlowRun;
import dev.processsync.queue.lane.FlowRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * The flows of one turn in a lane. While they run, and between a flow that failed alone and what
 * becomes of its entry, other things happen; at some moment the node may die.
 */
final class InterruptedFlows implements FlowRunner {

  private final Cluster cluster;
  private final Crash.Moment moment;
  private final Deque<Runnable> whileRunning;
  private final Deque<Runnable> beforeSettling;
  private boolean struck;

  InterruptedFlows(
      Cluster cluster,
      Crash.Moment moment,
      List<Runnable> whileRunning,
      List<Runnable> beforeSettling) {
    this.cluster = cluster;
    this.moment = moment;
    this.whileRunning = new ArrayDeque<>(whileRunning);
    this.beforeSettling = new ArrayDeque<>(beforeSettling);
  }

  @Override
  public void run(List<FlowRun> runs) {
    List<QueueEntry> entries = runs.stream().map(FlowRun::entry).toList();
    cluster.promises().mayRun(entries, cluster.stored());
    cluster.whileLanesAreWorked(entries, () -> runAll(entries));
  }

  private void runAll(List<QueueEntry> entries) {
    next(whileRunning);
    strike(Crash.Moment.BEFORE_FLOWS);
    entries.forEach(this::run);
    strike(Crash.Moment.AFTER_FLOWS);
    if (isTime(Crash.Moment.HICCUP)) {
      throw new IllegalStateException("a hiccup of the database");
    }
    Commit.before(() -> strike(Crash.Moment.AFTER_OUTCOMES_WERE_WRITTEN));
    Commit.after(() -> strike(Crash.Moment.AFTER_COMMIT));
  }

  private void run(QueueEntry entry) {
    String name = entry.payload();
    switch (cluster.history().misfortune(name)) {
      case FAILS -> throw new IllegalStateException("scripted failure of " + name);
      case CAN_NOT_BE -> throw new UnprocessableEntry("This can't be: " + name);
      case WAITS -> throw new FlowNeedsEngine(entry.sysId(), "subflow");
      case NONE -> cluster.flowGoesWell(entry);
    }
  }

  @Override
  public String handOver(FlowRun run) {
    Commit.before(() -> strike(Crash.Moment.AFTER_SETTLING));
    return cluster.engine().start(run.entry());
  }

  /** The transactions in which a turn settles what failed alone. */
  PlatformTransactionManager settling(PlatformTransactionManager transactions) {
    return new PlatformTransactionManager() {
      @Override
      public TransactionStatus getTransaction(TransactionDefinition definition) {
        next(beforeSettling);
        strike(Crash.Moment.BEFORE_SETTLING);
        return transactions.getTransaction(definition);
      }

      @Override
      public void commit(TransactionStatus status) {
        transactions.commit(status);
      }

      @Override
      public void rollback(TransactionStatus status) {
        transactions.rollback(status);
      }
    };
  }

  private static void next(Deque<Runnable> others) {
    Runnable next = others.poll();
    if (next != null) {
      next.run();
    }
  }

  private void strike(Crash.Moment now) {
    if (isTime(now)) {
      throw new Crash(now);
    }
  }

  /** Once in a turn. */
  private boolean isTime(Crash.Moment now) {
    if (struck || moment != now) {
      return false;
    }
    struck = true;
    return true;
  }
}
