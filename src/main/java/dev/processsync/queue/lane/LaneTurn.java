package dev.processsync.queue.lane;

import dev.processsync.queue.entry.EntrySelection;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.UnreadableEntry;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One turn in a lane or several. Flows of many entries run in one transaction, which is what makes
 * it fast; if any of them fails, everything is rolled back, the lanes are worked each alone, and
 * the entries of the lane in which it fails again are run one by one, so that only the bad one
 * suffers.
 */
public final class LaneTurn {

  private final Queue queue;
  private final FlowRunner runner;
  private final Lanes lanes;
  private final EntrySelection selection;
  private final Settling settling;
  private final TurnEnd end;
  private final LaneSignals signals;
  private final TimedTransaction timed;
  private final Clock clock;
  private final IntSupplier batchSize;

  public LaneTurn(
      Queue queue,
      FlowRunner runner,
      Lanes lanes,
      EntrySelection selection,
      Settling settling,
      TurnEnd end,
      LaneSignals signals,
      TimedTransaction timed,
      Clock clock,
      IntSupplier batchSize) {
    this.queue = queue;
    this.runner = runner;
    this.lanes = lanes;
    this.selection = selection;
    this.settling = settling;
    this.end = end;
    this.signals = signals;
    this.timed = timed;
    this.clock = clock;
    this.batchSize = batchSize;
  }

  /**
   * Works until the lanes have nothing left that may run, or somebody else has them.
   *
   * @return false if a flow failed and nobody knows in which lane: they must be worked alone
   */
  public boolean drain(Collection<Integer> lanesAtOnce) {
    List<Integer> all = List.copyOf(lanesAtOnce);
    int batch = batchSize.getAsInt();
    for (int from = 0; from < all.size(); from += batch) {
      if (!drain(all.subList(from, Math.min(all.size(), from + batch)), batch)) {
        return false;
      }
    }
    return true;
  }

  /** As many lanes as a batch has entries, or fewer. */
  private boolean drain(List<Integer> lanesAtOnce, int batch) {
    List<Integer> left = lanesAtOnce;
    while (!left.isEmpty()) {
      try {
        left = run(left, batch / left.size(), new Attempt());
      } catch (RuntimeException e) {
        if (left.size() > 1) {
          return false;
        }
        left = oneByOne(left.get(0), batch) ? left : List.of();
      }
    }
    return true;
  }

  private boolean oneByOne(int lane, int batch) {
    String taken = "";
    for (int i = 0; i < batch; i++) {
      Attempt attempt = new Attempt();
      try {
        if (run(List.of(lane), 1, attempt).isEmpty()) {
          return false;
        }
      } catch (RuntimeException e) {
        QueueEntry entry = attempt.entry;
        if (e instanceof UnreadableEntry unreadable) {
          settling.settle(lane, unreadable);
          continue;
        }
        if (entry == null) {
          throw e; // Not a flow's fault: the database is in trouble, polling will be back.
        }
        if (!(e instanceof EntryTaken)) {
          settling.settle(lane, entry, e);
        } else if (taken.equals(entry.sysId())) {
          throw e; // It is found again, though it can't be: polling will be back.
        } else {
          taken = entry.sysId();
        }
      }
    }
    return true;
  }

  /**
   * @param each how many entries of each lane at most
   * @return the lanes that may have more: what came meanwhile is signalled
   */
  private List<Integer> run(Collection<Integer> lanesAtOnce, int each, Attempt attempt) {
    return timed.execute(
        status -> {
          List<Integer> taken = lanes.take(queue, lanesAtOnce);
          if (taken.size() < lanesAtOnce.size()) {
            Set<Integer> missed = new HashSet<>(lanesAtOnce);
            taken.forEach(missed::remove);
            signals.missed(queue, missed);
          }
          if (taken.isEmpty()) {
            return List.of();
          }
          List<QueueEntry> claimed = selection.claim(queue, taken, each);
          if (claimed.isEmpty()) {
            return List.of();
          }
          attempt.entry = claimed.get(0);
          LargePayloads.inTurn(EntrySelection.characters(claimed), () -> run(claimed));
          return EntrySelection.isCut(claimed) ? taken : full(claimed, each);
        });
  }

  private static List<Integer> full(List<QueueEntry> claimed, int each) {
    Map<Integer, Integer> entries = new TreeMap<>();
    claimed.forEach(
        entry -> entries.merge(Lanes.of(entry.remoteSystem(), entry.orderKey()), 1, Integer::sum));
    return entries.entrySet().stream()
        .filter(lane -> lane.getValue() >= each)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<FlowRun> run(List<QueueEntry> claimed) {
    long started = clock.millis();
    List<FlowRun> runs = claimed.stream().map(entry -> new FlowRun(queue, entry, started)).toList();
    TurnRuns.begin(runs);
    runner.run(runs);
    end.write(queue, runs);
    runs.stream()
        .filter(run -> run.outcome().waitsToBeSent())
        .map(run -> run.entry().remoteSystem())
        .distinct()
        .forEach(signals::afterCommit);
    return runs;
  }

  private static final class Attempt {
    private @Nullable QueueEntry entry;
  }
}
