package dev.processsync.queue.lane;

import dev.processsync.transaction.UnitOfWork;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The runs of the current transaction's turn, by their entries. */
public final class TurnRuns implements UnitOfWork.Part {

  private static final UnitOfWork.Key<TurnRuns> KEY = new UnitOfWork.Key<>();

  private final Map<String, FlowRun> byEntry = new HashMap<>();

  /** Tables that lack the entries of some of these runs. */
  private final Set<String> unwritten = new HashSet<>();

  private TurnRuns() {}

  /** What is being said about an entry whose flow runs in the current transaction's turn. */
  public static Optional<FlowOutcome> outcomeOf(String entry) {
    return UnitOfWork.find(KEY).map(runs -> runs.byEntry.get(entry)).map(FlowRun::outcome);
  }

  /** These flows are about to run in the current transaction. */
  public static void begin(List<FlowRun> runs) {
    TurnRuns turn = current();
    runs.forEach(run -> turn.byEntry.put(run.entry().sysId(), run));
  }

  /** As {@link #begin}, but the entries are written only when the flows have ended. */
  public static void beginUnwritten(List<FlowRun> runs) {
    begin(runs);
    runs.forEach(run -> current().unwritten.add(run.queue().table()));
  }

  private static TurnRuns current() {
    return UnitOfWork.required().part(KEY, TurnRuns::new);
  }

  /**
   * To be asked before a flow reads a table.
   *
   * @throws EntryNotWritten if entries of flows that run now belong there and would be missed
   */
  public static void requireWritten(String table) {
    UnitOfWork.find(KEY)
        .filter(turn -> turn.unwritten.contains(table))
        .ifPresent(
            turn -> {
              throw new EntryNotWritten(table);
            });
  }
}
