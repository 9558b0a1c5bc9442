package dev.processsync.flow.action;

import dev.processsync.record.Actor;
import dev.processsync.transaction.UnitOfWork;
import java.util.Optional;

/**
 * Who will be shown what a flow reads and writes. What they may not see or do themselves, the flow
 * may not either, whoever it acts as.
 */
public record Watched(Actor watching) implements UnitOfWork.Part {

  private static final UnitOfWork.Key<Watched> KEY = new UnitOfWork.Key<>();

  /** Runs the flow in the current transaction. */
  public static void by(Actor watching, Runnable flow) {
    UnitOfWork.required().with(KEY, new Watched(watching), flow);
  }

  static Optional<Actor> by() {
    return UnitOfWork.find(KEY).map(Watched::watching);
  }
}
