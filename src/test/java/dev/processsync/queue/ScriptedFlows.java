package dev.processsync.queue;

import dev.processsync.correlation.Correlation;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.queue.lane.FlowRun;
import dev.processsync.queue.lane.FlowRunner;
import dev.processsync.queue.lane.SendingFlows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Flows whose outcome a test decides by the entry's payload; remembers what was committed. */
class ScriptedFlows implements FlowRunner, SendingFlows {

  private final List<QueueEntry> committed = new CopyOnWriteArrayList<>();
  private final List<String> handedOver = new CopyOnWriteArrayList<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Map<String, DSLContext> hanging = new ConcurrentHashMap<>();
  private final List<String> attempted = new CopyOnWriteArrayList<>();
  private volatile @Nullable QueueEntries addressing;

  void reset() {
    failing.clear();
    refused.clear();
    hanging.clear();
    attempted.clear();
    handedOver.clear();
    committed.clear();
    addressing = null;
  }

  void fail(String payload) {
    failing.add(payload);
  }

  void refuse(String payload) {
    refused.add(payload);
  }

  /** The flow makes a statement that takes longer than anyone can wait. */
  void hang(String payload, DSLContext sql) {
    hanging.put(payload, sql);
  }

  /** How often a flow was begun, whatever became of it. */
  long attempts(String payload) {
    return attempted.stream().filter(payload::equals).count();
  }

  /** From now on each flow writes its message onto the entry. */
  void address(QueueEntries entries) {
    addressing = entries;
  }

  /** The sequences of a record's entries whose flows were committed, in the order they ran. */
  List<Long> ran(String record) {
    return committed.stream()
        .filter(entry -> entry.localRecord().startsWith(record))
        .map(QueueEntry::sequence)
        .toList();
  }

  List<String> handedOver() {
    return handedOver;
  }

  /** All wait for their turn. */
  @Override
  public boolean include(QueueEntry entry) {
    return false;
  }

  @Override
  public Optional<Correlation> run(FlowRun run, boolean isNewRecord) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void run(List<FlowRun> runs) {
    runs.forEach(run -> run(run.entry()));
  }

  private void run(QueueEntry entry) {
    attempted.add(entry.payload());
    DSLContext sql = hanging.get(entry.payload());
    if (sql != null) {
      sql.fetch(
          "select count(*) from system_range(1, 1000000000) a, system_range(1, 1000000000) b"
              + " where a.x + b.x = 0");
    }
    if (refused.contains(entry.payload())) {
      throw new UnprocessableEntry("This can't be: " + entry.payload());
    }
    if (failing.contains(entry.payload())) {
      throw new IllegalStateException("scripted failure of " + entry.payload());
    }
    QueueEntries to = addressing;
    if (to != null) {
      to.address(entry.sysId(), "here", "there", entry.payload());
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            committed.add(entry);
          }
        });
  }

  @Override
  public String handOver(FlowRun run) {
    handedOver.add(run.entry().payload());
    return "instance of " + run.entry().payload();
  }
}
