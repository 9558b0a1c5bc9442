package dev.processsync.flow.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.processsync.correlation.Correlations;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.lane.Brake;
import dev.processsync.queue.lane.FlowRun;
import dev.processsync.queue.lane.FlowRunner;
import dev.processsync.record.TurnRecords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Runs the flows of both queues on the engine. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineFlowRunner implements FlowRunner {

  private final BoundFlows bound;
  private final SubflowRuns subflows;
  private final Correlations correlations;
  private final TurnRecords records;
  private final Brake brake;

  EngineFlowRunner(
      BoundFlows bound,
      SubflowRuns subflows,
      Correlations correlations,
      TurnRecords records,
      Brake brake) {
    this.bound = bound;
    this.subflows = subflows;
    this.correlations = correlations;
    this.records = records;
    this.brake = brake;
  }

  @Override
  public void run(List<FlowRun> runs) {
    if (runs.size() > 1) {
      foresee(runs);
    }
    subflows.run(runs.stream().map(run -> passing(run).start(run)).toList());
  }

  private BoundFlow passing(FlowRun run) {
    BoundFlow flow = bound.of(run);
    if (run.queue() == Queue.INBOUND && flow.deletes(run.entry().operation())) {
      brake.pass(run.entry());
    }
    return flow;
  }

  /** The correlations that the flows of the shipped templates look up, in one statement. */
  private void foresee(List<FlowRun> runs) {
    Queue queue = runs.get(0).queue();
    Map<String, Set<String>> keys =
        runs.stream()
            .map(FlowRun::entry)
            .collect(groupingBy(QueueEntry::remoteSystem, mapping(QueueEntry::orderKey, toSet())));
    keys.forEach(
        queue == Queue.OUTBOUND
            ? correlations::foreseeLocalRecords
            : correlations::foreseeLocalCorrelationIds);
    if (queue == Queue.INBOUND) {
      foreseeRecords(keys);
    }
  }

  /** What is correlated will probably be changed. */
  private void foreseeRecords(Map<String, Set<String>> keys) {
    Map<String, Set<String>> changed = new HashMap<>();
    keys.forEach(
        (remoteSystem, ids) ->
            ids.forEach(
                id ->
                    correlations
                        .findByLocalCorrelationId(remoteSystem, id)
                        .ifPresent(
                            known ->
                                changed
                                    .computeIfAbsent(known.localTable(), table -> new HashSet<>())
                                    .add(known.localRecord()))));
    records.foresee(changed);
  }

  @Override
  public String handOver(FlowRun run) {
    BoundFlow flow = passing(run);
    String orchestration =
        run.queue() == Queue.OUTBOUND ? "process-event-outbound" : "process-event-inbound";
    return subflows.handOver(
        orchestration, flow.subflow(), flow.businessKey(), flow.inputs(run, Inputs.stored()));
  }
}
