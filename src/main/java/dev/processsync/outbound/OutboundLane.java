package dev.processsync.outbound;

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

/** Runs the outbound flow of an entry: the one bound to its process event and remote system now. */
@Component
class OutboundLane implements LaneTask {

  private final SyncDefinitions definitions;
  private final OutboundFlow flow;
  private final Correlations correlations;

  OutboundLane(SyncDefinitions definitions, OutboundFlow flow, Correlations correlations) {
    this.definitions = definitions;
    this.flow = flow;
    this.correlations = correlations;
  }

  @Override
  public Queue queue() {
    return Queue.OUTBOUND;
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
        .collect(groupingBy(QueueEntry::remoteSystem, mapping(QueueEntry::localRecord, toSet())))
        .forEach(correlations::foreseeLocalRecords);
  }

  @Override
  public String handOver(QueueEntry entry) {
    return flow.handOver(runOf(entry));
  }

  private OutboundRun runOf(QueueEntry entry) {
    FlowBinding binding =
        definitions
            .outboundFlow(entry.processEvent(), entry.remoteSystem())
            .orElseThrow(
                () ->
                    new UnprocessableEntry(
                        "There is no outbound flow for this process event and remote system any more:"
                            + " create one and set the entry to Ready, or set it to Skipped."));
    return new OutboundRun(
        entry.sysId(),
        binding.subflow(),
        CapturedPayload.parse(entry.payload()).businessKey(),
        entry.remoteSystem(),
        entry.captureDefinition(),
        definitions.eventName(entry.processEvent()).orElse(entry.processEvent()),
        entry.operation(),
        entry.localTable(),
        entry.localRecord(),
        entry.payload());
  }
}
