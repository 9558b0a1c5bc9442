package dev.processsync.queue.lane;

import dev.processsync.transaction.UnitOfWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs of the current transaction's turn, by their entries. */
public final class TurnRuns implements UnitOfWork.Part {

  private static final UnitOfWork.Key<TurnRuns> KEY = new UnitOfWork.Key<>();

  private final Map<String, FlowRun> byEntry = new HashMap<>();

  private TurnRuns() {}

  /** What is being said about an entry whose flow runs in the current transaction's turn. */
  public static Optional<FlowOutcome> outcomeOf(String entry) {
    return UnitOfWork.find(KEY).map(runs -> runs.byEntry.get(entry)).map(FlowRun::outcome);
  }

  static void begin(List<FlowRun> runs) {
    TurnRuns turn = UnitOfWork.required().part(KEY, TurnRuns::new);
    runs.forEach(run -> turn.byEntry.put(run.entry().sysId(), run));
  }
}
