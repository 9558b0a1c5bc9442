package dev.processsync.inbound;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.processsync.correlation.Correlations;
import dev.processsync.definition.FlowBinding;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.payload.CapturedPayload;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.queue.lane.LaneTask;
import java.util.List;
import org.springframework.stereotype.Component;

/** Runs the inbound flow of a message: the one bound to its process event and remote system now. */
@Component
class InboundLane implements LaneTask {

  private final SyncDefinitions definitions;
  private final InboundFlow flow;
  private final Correlations correlations;

  InboundLane(SyncDefinitions definitions, InboundFlow flow, Correlations correlations) {
    this.definitions = definitions;
    this.flow = flow;
    this.correlations = correlations;
  }

  @Override
  public Queue queue() {
    return Queue.INBOUND;
  }

  @Override
  public void run(List<QueueEntry> entries) {
    if (entries.size() > 1) {
      foresee(entries);
    }
    flow.run(entries.stream().map(this::runOf).toList());
  }

  private void foresee(List<QueueEntry> entries) {
    entries.stream()
        .collect(
            groupingBy(QueueEntry::remoteSystem, mapping(QueueEntry::localCorrelationId, toSet())))
        .forEach(correlations::foreseeLocalCorrelationIds);
  }

  @Override
  public String handOver(QueueEntry entry) {
    return flow.handOver(runOf(entry));
  }

  private InboundRun runOf(QueueEntry entry) {
    String event = definitions.eventName(entry.processEvent()).orElse(entry.processEvent());
    FlowBinding binding =
        definitions
            .inboundFlow(entry.remoteSystem(), event)
            .orElseThrow(
                () ->
                    new UnprocessableEntry(
                        "There is no inbound flow for process event '%s' and this remote system any more:"
                                .formatted(event)
                            + " create one and set the entry to Ready, or set it to Skipped."));
    return new InboundRun(
        entry.sysId(),
        binding.subflow(),
        CapturedPayload.parse(entry.payload()).businessKey(),
        entry.remoteSystem(),
        event,
        entry.operation(),
        entry.localCorrelationId(),
        entry.remoteCorrelationId(),
        entry.payload(),
        entry.origin());
  }
}
