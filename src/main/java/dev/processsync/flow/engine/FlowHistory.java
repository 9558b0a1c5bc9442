package dev.processsync.flow.engine;

import dev.processsync.transaction.UnitOfWork;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.jspecify.annotations.Nullable;

/**
 * What the engine keeps of flows: as much as level {@code activity}, but nothing of those that run
 * smoothly in their lane's turn, unless context reporting is on (docs/reference.md, "Queues").
 *
 * <p>It stands in for level {@code activity}, with its name and id: as a custom level it is the
 * last of that name, which the engine takes.
 */
public final class FlowHistory extends AbstractHistoryLevel {

  private static final UnitOfWork.Key<Quiet> QUIET = new UnitOfWork.Key<>();

  private final BooleanSupplier reporting;

  /** That the current transaction runs flows that leave nothing behind. */
  private static final class Quiet implements UnitOfWork.Part {}

  /**
   * @param reporting whether smooth runs leave history, asked at each of them
   */
  public FlowHistory(BooleanSupplier reporting) {
    this.reporting = reporting;
  }

  @Override
  public int getId() {
    return HistoryLevel.HISTORY_LEVEL_ACTIVITY.getId();
  }

  @Override
  public String getName() {
    return HISTORY_LEVEL_ACTIVITY.getName();
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object entity) {
    return !isQuiet() && HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(event, entity);
  }

  /** Whether the current transaction runs flows that leave nothing behind. */
  static boolean isQuiet() {
    return UnitOfWork.find(QUIET).isPresent();
  }

  /** Whether smooth runs leave history now. */
  public boolean isReporting() {
    return reporting.getAsBoolean();
  }

  /** Runs flows that leave history only if it is reported, in the current transaction. */
  public void quietly(Runnable flows) {
    if (isReporting()) {
      flows.run();
    } else {
      UnitOfWork.required().with(QUIET, new Quiet(), flows);
    }
  }
}
