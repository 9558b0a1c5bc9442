package dev.processsync.flow.run;

import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.SupposedCorrelations;
import dev.processsync.flow.engine.FlowHistory;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.queue.lane.FlowRun;
import dev.processsync.queue.lane.SendingFlows;
import dev.processsync.queue.lane.TurnRuns;
import dev.processsync.record.Operation;
import dev.processsync.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/**
 * Runs flows that only send on the engine, apart from the transaction of the change. Without a
 * transaction of its own: what fails here must not mark that of the change.
 */
@Component
class EngineSendingFlows implements SendingFlows {

  private final BoundFlows bound;
  private final PublishedSubflows published;
  private final SendingModels models;
  private final UnwrittenRuns runs;
  private final SupposedCorrelations correlations;
  private final FlowHistory history;

  EngineSendingFlows(
      BoundFlows bound,
      PublishedSubflows published,
      SendingModels models,
      UnwrittenRuns runs,
      SupposedCorrelations correlations,
      FlowHistory history) {
    this.bound = bound;
    this.published = published;
    this.models = models;
    this.runs = runs;
    this.correlations = correlations;
    this.history = history;
  }

  /**
   * Not what another flow changed, whose turn has many to run at once, nothing of which history is
   * kept, and no delete, which ends its link.
   */
  @Override
  public boolean include(QueueEntry entry) {
    return entry.operation() != Operation.DELETE
        && Context.getCommandContext() == null
        && !history.isReporting()
        && definition(entry).filter(models::include).filter(runs::know).isPresent();
  }

  private Optional<String> definition(QueueEntry entry) {
    try {
      return bound.subflow(entry).flatMap(published::definition);
    } catch (UnprocessableEntry toldInItsTurn) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Correlation> run(FlowRun run, boolean isNewRecord) {
    QueueEntry entry = run.entry();
    List<Correlation> made = new ArrayList<>();
    UnitOfWork.apart(
        () -> {
          TurnRuns.beginUnwritten(List.of(run));
          correlations.suppose(
              entry.remoteSystem(), entry.localRecord(), isNewRecord, made::addAll);
          BoundFlow flow = bound.of(run);
          runs.run(published.definition(flow.subflow()).orElseThrow(), flow.start(run));
        });
    if (made.size() > 1) {
      throw new IllegalStateException("A flow makes one correlation for its entry's record");
    }
    return made.stream().findFirst();
  }
}
