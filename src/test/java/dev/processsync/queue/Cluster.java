package dev.processsync.queue;

import dev.processsync.MovableClock;
import dev.processsync.queue.Crash.Moment;
import dev.processsync.queue.History.Flow;
import dev.processsync.queue.History.Misfortune;
import dev.processsync.queue.PretendedEngine.Instance;
import dev.processsync.queue.entry.EntrySelection;
import dev.processsync.queue.entry.EntryStore;
import dev.processsync.queue.entry.NewOutboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.queue.lane.LaneTurn;
import dev.processsync.queue.lane.Lanes;
import dev.processsync.queue.lane.Settling;
import dev.processsync.queue.lane.TimedTransaction;
import dev.processsync.queue.lane.TurnEnd;
import dev.processsync.record.Actor;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import dev.processsync.record.Records;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes that work the same queue, and everybody who has to do with it. */
final class Cluster {

  private static final List<String> REMOTES = List.of("remote 0", "remote 1");

  /** Two records of the first remote system share a lane, the third has one of its own. */
  private static final List<String> RECORDS = recordsOfTwoLanes();

  private final ApplicationContext context;
  private final DSLContext sql;
  private final OutboundQueue queue;
  private final QueueEntries entries;
  private final Records records;
  private final MovableClock clock;
  private final TransactionTemplate transaction;
  private final History history = new History();
  private final PretendedEngine engine = new PretendedEngine();
  private final PretendedReceiver receiver = new PretendedReceiver();
  private final Promises promises = new Promises(history, engine, receiver);
  private final List<Sender> senders;
  private final Set<Integer> lanesWorked = new HashSet<>();

  Cluster(ApplicationContext context) {
    this.context = context;
    this.sql = context.getBean(DSLContext.class);
    this.queue = context.getBean(OutboundQueue.class);
    this.entries = context.getBean(QueueEntries.class);
    this.records = context.getBean(Records.class);
    this.clock = context.getBean(MovableClock.class);
    this.transaction = context.getBean(TransactionTemplate.class);
    this.senders = List.of(sender(), sender());
    context.getBean(QueueSlice.Released.class).to(engine);
    QueueSlice.empty(sql);
  }

  private Sender sender() {
    return new Sender(
        this, context, new TransmitTurns(sql, context.getBean(InsertOnce.class), clock));
  }

  private static List<String> recordsOfTwoLanes() {
    int lane = Lanes.of(REMOTES.get(0), "record 0");
    String neighbour =
        IntStream.iterate(1, i -> i + 1)
            .mapToObj(i -> "record " + i)
            .filter(record -> Lanes.of(REMOTES.get(0), record) == lane)
            .findFirst()
            .orElseThrow();
    return List.of("record 0", neighbour, "another record");
  }

  void happen(List<Step> steps) {
    for (Step step : steps) {
      step.happens(this);
      promises.areKept(stored());
    }
  }

  void capture(int record, int remote, Flow flow, Misfortune misfortune, boolean rolledBack) {
    String name = history.newName();
    transaction.executeWithoutResult(
        status -> {
          queue.add(
              new NewOutboundEntry(
                  "process event",
                  Operation.UPDATE,
                  remote(remote),
                  "definition",
                  "incident",
                  RECORDS.get(record % RECORDS.size()),
                  name,
                  "admin",
                  Origin.HERE));
          Commit.after(() -> history.captured(name, flow, misfortune));
          if (rolledBack) {
            status.setRollbackOnly();
          }
        });
  }

  /**
   * @param lanes that are worked together, and each alone when something fails
   */
  void turn(
      Set<Integer> lanes,
      int batch,
      Moment crash,
      List<Step> meanwhile,
      List<Step> beforeSettling) {
    InterruptedFlows flows =
        new InterruptedFlows(this, crash, elsewhere(meanwhile), elsewhere(beforeSettling));
    LaneTurn turn =
        new LaneTurn(
            Queue.OUTBOUND,
            flows,
            context.getBean(Lanes.class),
            context.getBean(EntrySelection.class),
            new Settling(
                Queue.OUTBOUND,
                flows,
                context.getBean(Lanes.class),
                context.getBean(EntryStore.class),
                flows.settling(context.getBean(PlatformTransactionManager.class)),
                clock),
            context.getBean(TurnEnd.class),
            context.getBean(LaneSignals.class),
            context.getBean(TimedTransaction.class),
            clock,
            () -> batch);
    try {
      if (!turn.drain(lanes)) {
        lanes.forEach(lane -> turn.drain(Set.of(lane)));
      }
    } catch (Crash expected) {
      // What the node had not committed is undone; nobody else notices.
    }
  }

  /** Others have a thread and a connection of their own; whoever is interrupted waits for them. */
  private List<Runnable> elsewhere(List<Step> steps) {
    return steps.stream()
        .<Runnable>map(
            step ->
                () -> {
                  try {
                    CompletableFuture.runAsync(
                            () -> happen(List.of(step)), thread -> new Thread(thread).start())
                        .join();
                  } catch (CompletionException e) {
                    if (e.getCause() instanceof Error broken) {
                      throw broken;
                    }
                    throw e;
                  }
                })
        .toList();
  }

  /** At most one in the whole cluster works a lane. */
  void whileLanesAreWorked(List<QueueEntry> entries, Runnable flows) {
    Set<Integer> lanes =
        entries.stream()
            .map(entry -> Lanes.of(entry.remoteSystem(), entry.orderKey()))
            .collect(Collectors.toSet());
    if (!Collections.disjoint(lanesWorked, lanes)) {
      throw new AssertionError(
          "Two work lanes %s at the same time as %s".formatted(lanesWorked, lanes));
    }
    lanesWorked.addAll(lanes);
    try {
      flows.run();
    } finally {
      lanesWorked.removeAll(lanes);
    }
  }

  /** A flow does what it is there for, in the current transaction. */
  void flowGoesWell(QueueEntry entry) {
    String name = entry.payload();
    switch (history.flow(name)) {
      case SENDS -> entries.address(entry.sysId(), "here", "there", name);
      case SKIPS -> entries.skip(entry.sysId(), "There is nothing to do.");
      case SENDS_NOTHING -> {}
    }
    Commit.after(() -> history.flowCommitted(name));
  }

  void engineDoes(int chosen, Step.Deed deed, boolean rolledBack) {
    List<Instance> able =
        engine.instances().stream()
            .filter(instance -> instance.gaveUp() == (deed == Step.Deed.IS_TRIED_AGAIN))
            .toList();
    if (able.isEmpty()) {
      return;
    }
    Instance instance = able.get(chosen % able.size());
    String entry = instance.entry().sysId();
    transaction.executeWithoutResult(
        status -> {
          switch (deed) {
            case COMPLETES -> {
              flowGoesWell(instance.entry());
              entries.flowCompleted(entry);
              engine.end(instance);
            }
            case SAYS_ITS_OUTCOME_AND_WAITS -> sayTheOutcome(instance.entry());
            case IS_CANCELLED -> {
              entries.flowCancelled(entry, instance.id());
              engine.end(instance);
            }
            case FAILS_ONCE ->
                entries.flowTried(entry, new RetryMetadata(1, 3, null, "out of order", 3));
            case GIVES_UP -> {
              entries.flowFailed(entry, "Send", "out of order");
              engine.giveUp(instance);
            }
            case IS_TRIED_AGAIN -> {
              entries.flowRetried(entry);
              engine.tryAgain(instance);
            }
          }
          if (rolledBack) {
            status.setRollbackOnly();
          }
        });
  }

  /** What counts only when the flow has ended. */
  private void sayTheOutcome(QueueEntry entry) {
    switch (history.flow(entry.payload())) {
      case SENDS -> entries.address(entry.sysId(), "here", "there", "written too early");
      case SKIPS -> entries.skip(entry.sysId(), "There is nothing to do.");
      case SENDS_NOTHING -> {}
    }
  }

  void setReady(int chosen, boolean mended) {
    choose(chosen, row -> row.status().equals("error"))
        .forEach(
            row -> {
              if (mended) {
                history.heal(row.name());
                receiver.take(row.name());
              }
              setStatus(row, "ready");
            });
  }

  void skip(int chosen) {
    choose(chosen, row -> !row.isEnded())
        .forEach(
            row -> {
              setStatus(row, "skipped");
              history.skipped(row.name());
            });
  }

  void refuse(int chosen) {
    choose(chosen, row -> !row.isEnded()).forEach(row -> receiver.refuse(row.name()));
  }

  void leaseExpires() {
    clock.advance(TransmitTurns.LEASE.plusMillis(1));
  }

  private void setStatus(StoredEntry row, String status) {
    records.update(Actor.system(), Queue.OUTBOUND.table(), row.sysId(), Map.of("status", status));
  }

  /** One of these entries, or none if there is none. */
  private List<StoredEntry> choose(int chosen, Predicate<StoredEntry> which) {
    List<StoredEntry> able = stored().stream().filter(which).toList();
    return able.isEmpty() ? able : List.of(able.get(chosen % able.size()));
  }

  List<StoredEntry> stored() {
    return StoredEntry.all(sql);
  }

  Sender sender(int node) {
    return senders.get(node % senders.size());
  }

  String remote(int chosen) {
    return REMOTES.get(chosen % REMOTES.size());
  }

  /** The lanes of all records to all remote systems. */
  Set<Integer> allLanes() {
    return IntStream.range(0, REMOTES.size() * RECORDS.size())
        .mapToObj(this::lane)
        .collect(Collectors.toSet());
  }

  /** The lane of one of the records to one of the remote systems. */
  int lane(int chosen) {
    return Lanes.of(remote(chosen), RECORDS.get(chosen / REMOTES.size() % RECORDS.size()));
  }

  History history() {
    return history;
  }

  PretendedEngine engine() {
    return engine;
  }

  PretendedReceiver receiver() {
    return receiver;
  }

  Promises promises() {
    return promises;
  }
}
