package dev.processsync.designer.dryrun;

import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.Subflows.Kind;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.designer.catalogue.StoredModels;
import dev.processsync.designer.dryrun.DryRunInputs.Inputs;
import dev.processsync.designer.dryrun.DryRunResult.Message;
import dev.processsync.designer.dryrun.DryRunResult.QueueRecord;
import dev.processsync.designer.dryrun.DryRunResult.Written;
import dev.processsync.dictionary.SysId;
import dev.processsync.flow.action.Watched;
import dev.processsync.flow.engine.FlowRecorder;
import dev.processsync.flow.engine.RecordedStep;
import dev.processsync.flow.run.FlowFailed;
import dev.processsync.flow.run.RehearsedFlows;
import dev.processsync.outbound.ErrorRun;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.queue.lane.Rehearsal;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.record.Origin;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs subflows without doing anything: model, records and what the engine writes belong to one
 * transaction, which is undone in any case. It holds the engine's lock for deployments, so while it
 * runs, for at most a flow's time limit, nobody publishes.
 *
 * <p>The flow acts as the remote system's run-as user, and may do no more than its starter, who is
 * shown what it reads and writes.
 */
@Service
class DryRuns {

  private final StoredModels models;
  private final DryRunInputs inputs;
  private final RehearsedFlows flows;
  private final SyncDefinitions definitions;
  private final CurrentActor actor;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DryRuns(
      StoredModels models,
      DryRunInputs inputs,
      RehearsedFlows flows,
      SyncDefinitions definitions,
      CurrentActor actor,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.models = models;
    this.inputs = inputs;
    this.flows = flows;
    this.definitions = definitions;
    this.actor = actor;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  DryRunResult run(String subflow, DryRunRequest request) {
    Kind kind = models.kind(subflow);
    models.require(subflow);
    Inputs given = inputs.of(subflow, kind, request, models.sample(subflow));
    Notes notes = new Notes();
    Actor starter = actor.get();
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          notes.definition = models.deploy(subflow, FlowRecorder.PREFIX + SysId.next());
          try {
            Watched.by(starter, () -> watch(starter, kind, given, notes));
          } catch (FlowFailed | UnprocessableEntry failed) {
            notes.failure = String.valueOf(failed.getMessage());
          }
        });
    models.forget(notes.definition);
    return notes.result();
  }

  private void watch(Actor starter, Kind kind, Inputs given, Notes notes) {
    WrittenRecords.note(
        starter,
        notes.records,
        () -> FlowRecorder.record(notes.steps, () -> run(kind, given, notes)));
  }

  private void run(Kind kind, Inputs given, Notes notes) {
    switch (kind) {
      case OUTBOUND ->
          notes.outcome = rehearse(Queue.OUTBOUND, entry(given, given.localRecord()), given, notes);
      case INBOUND ->
          notes.outcome =
              rehearse(Queue.INBOUND, entry(given, given.localCorrelationId()), given, notes);
      case ERROR -> notes.waiting.addAll(flows.ofError(notes.definition, error(given)));
    }
  }

  private Rehearsal.Outcome rehearse(Queue queue, QueueEntry entry, Inputs given, Notes notes) {
    return Rehearsal.of(
        queue,
        entry,
        run ->
            notes.waiting.addAll(
                flows.ofEntry(notes.definition, run, given.processEvent(), given.whenGone())));
  }

  private QueueEntry entry(Inputs given, String orderKey) {
    return new QueueEntry(
        given.entry(),
        0,
        orderKey,
        given.processEvent(),
        given.operation(),
        given.remoteSystem(),
        given.captureDefinition(),
        given.localTable(),
        given.localRecord(),
        given.localCorrelationId(),
        given.remoteCorrelationId(),
        given.payload(),
        clock.millis(),
        Origin.HERE);
  }

  private ErrorRun error(Inputs given) {
    String name = definitions.remoteSystem(given.remoteSystem()).map(RemoteSystem::name).orElse("");
    return new ErrorRun(
        "", given.remoteSystem(), name, "Connection refused", clock.instant(), 4, 1);
  }

  /** What was seen of a run, whether it came to its end or not. */
  private static final class Notes {
    private final List<RecordedStep> steps = new ArrayList<>();
    private final List<Written> records = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private String definition = "";
    private String failure = "";
    private Rehearsal.@Nullable Outcome outcome;

    DryRunResult result() {
      return new DryRunResult(
          failure.isEmpty() ? waiting.isEmpty() ? "ended" : "waiting" : "failed",
          failure,
          waiting,
          steps.stream().map(ShownStep::of).toList(),
          records,
          outcome == null || outcome.message().isEmpty() ? null : Message.of(outcome),
          outcome == null ? null : new QueueRecord(outcome.status(), outcome.info()));
    }
  }
}
