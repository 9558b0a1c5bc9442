package dev.processsync.outbound;

import dev.processsync.queue.LaneTask;
import dev.processsync.queue.Queue;
import dev.processsync.queue.QueueEntry;
import dev.processsync.queue.UnprocessableEntry;
import dev.processsync.sync.CapturedPayload;
import dev.processsync.sync.FlowBinding;
import dev.processsync.sync.SyncDefinitions;
import org.springframework.stereotype.Component;

/** Runs the outbound flow of an entry: the one bound to its process event and remote system now. */
@Component
class OutboundLane implements LaneTask {

  private final SyncDefinitions definitions;
  private final OutboundFlow flow;

  OutboundLane(SyncDefinitions definitions, OutboundFlow flow) {
    this.definitions = definitions;
    this.flow = flow;
  }

  @Override
  public Queue queue() {
    return Queue.OUTBOUND;
  }

  @Override
  public void run(QueueEntry entry) {
    flow.run(runOf(entry));
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
