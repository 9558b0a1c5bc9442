package dev.processsync.queue;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.processsync.queue.entry.EntryBatch;
import dev.processsync.queue.entry.EntrySelection;
import dev.processsync.queue.entry.NewInboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.lane.FlowOutcome;
import dev.processsync.queue.lane.FlowRun;
import dev.processsync.queue.lane.FlowRunner;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.queue.lane.Lanes;
import dev.processsync.queue.lane.RunColumns;
import dev.processsync.queue.lane.TurnRuns;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages in and runs their flows in the same transaction, where nothing of their record is
 * in the way: one row that says what came of it, instead of one that waits for a turn. Every method
 * belongs to the caller's transaction; whatever fails undoes it, and the caller takes the messages
 * in without their flows.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FlowsOnArrival {

  private final Lanes lanes;
  private final EntrySelection selection;
  private final FlowRunner runner;
  private final InboundQueue queue;
  private final EntryBatch batch;
  private final LaneSignals signals;
  private final Clock clock;

  FlowsOnArrival(
      Lanes lanes,
      EntrySelection selection,
      FlowRunner runner,
      InboundQueue queue,
      EntryBatch batch,
      LaneSignals signals,
      Clock clock) {
    this.lanes = lanes;
    this.selection = selection;
    this.runner = runner;
    this.queue = queue;
    this.batch = batch;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * Keeps these records for the transaction, as far as nothing waits for them. To be asked before
   * anything is read that their flows rely on: the turn before may only just have ended.
   */
  public FreeRecords free(String remoteSystem, Set<String> localCorrelationIds) {
    Set<Integer> wanted =
        localCorrelationIds.stream().map(id -> Lanes.of(remoteSystem, id)).collect(toSet());
    Set<Integer> taken = lanes.takeEmpty(Queue.INBOUND, wanted);
    if (taken.isEmpty()) {
      return FreeRecords.none(remoteSystem);
    }
    signals.afterCompletion(Queue.INBOUND, taken);
    return new FreeRecords(
        remoteSystem, taken, selection.stuck(Queue.INBOUND, remoteSystem, localCorrelationIds));
  }

  /**
   * As {@link InboundQueue#add}, but the flows of those whose record is free have run when it
   * returns.
   *
   * @return what those flows have said, by message id; the others have yet to run
   * @throws RuntimeException if a flow failed or waits: nothing of this may be committed
   */
  public Map<String, FlowOutcome> add(List<NewInboundEntry> messages, FreeRecords free) {
    long now = clock.millis();
    List<NewInboundEntry> waiting = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>(messages.size());
    for (NewInboundEntry message : messages) {
      if (free.contains(message.localCorrelationId())) {
        arrivals.add(new Arrival(message, new FlowRun(Queue.INBOUND, message.entry(now), now)));
      } else {
        waiting.add(message);
      }
    }
    run(arrivals.stream().map(Arrival::run).toList());
    queue.add(waiting);
    return insert(arrivals, clock.millis());
  }

  /**
   * As {@link #add}, of what no flow is to run for.
   *
   * @param reasons why nothing is to be done
   */
  public Map<String, FlowOutcome> addSkipped(Map<NewInboundEntry, String> reasons) {
    if (reasons.isEmpty()) {
      return Map.of();
    }
    long now = clock.millis();
    List<Arrival> arrivals = new ArrayList<>(reasons.size());
    reasons.forEach(
        (message, reason) -> {
          FlowRun run = new FlowRun(Queue.INBOUND, message.entry(now), now);
          run.outcome().skip(reason);
          arrivals.add(new Arrival(message, run));
        });
    return insert(arrivals, now);
  }

  private Map<String, FlowOutcome> insert(List<Arrival> arrivals, long ended) {
    batch.insert(Queue.INBOUND, arrivals.stream().map(arrival -> arrival.row(ended)).toList());
    return arrivals.stream()
        .collect(
            toMap(arrival -> arrival.message().messageId(), arrival -> arrival.run().outcome()));
  }

  private void run(List<FlowRun> runs) {
    if (!runs.isEmpty()) {
      TurnRuns.beginUnwritten(runs);
      runner.run(runs);
    }
  }

  /** A message whose flow runs before it is written. */
  private record Arrival(NewInboundEntry message, FlowRun run) {

    Map<Field<?>, Object> row(long endedMs) {
      Map<Field<?>, Object> row =
          InboundQueue.row(message, run.entry(), InboundQueue.lane(message));
      row.putAll(RunColumns.of(run, endedMs));
      return row;
    }
  }
}
