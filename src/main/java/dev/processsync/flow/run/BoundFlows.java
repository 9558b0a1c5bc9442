package dev.processsync.flow.run;

import dev.processsync.definition.FlowBinding;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.definition.WhenGone;
import dev.processsync.payload.ParsedPayloads;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.queue.lane.FlowRun;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the flow of an entry: the one bound to its process event and remote system now. */
@Component
class BoundFlows {

  private final SyncDefinitions definitions;

  BoundFlows(SyncDefinitions definitions) {
    this.definitions = definitions;
  }

  /**
   * @throws UnprocessableEntry if there is none any more
   */
  BoundFlow of(FlowRun run) {
    QueueEntry entry = run.entry();
    String event = definitions.eventName(entry.processEvent()).orElse(entry.processEvent());
    FlowBinding binding =
        binding(run.queue(), entry, event)
            .orElseThrow(
                () ->
                    new UnprocessableEntry(
                        "There is no %s flow for process event '%s' and this remote system any more: create one and set the entry to Ready, or set it to Skipped."
                            .formatted(run.queue().value(), event)));
    return new BoundFlow(
        binding.subflow(),
        event,
        ParsedPayloads.of(entry.payload()).businessKey(),
        binding.whenGone(entry.operation()).map(WhenGone::value).orElse(""));
  }

  /** The key of an outbound entry's subflow, empty if it has none any more. */
  Optional<String> subflow(QueueEntry outbound) {
    return definitions
        .outboundFlow(outbound.processEvent(), outbound.remoteSystem())
        .map(FlowBinding::subflow);
  }

  private Optional<FlowBinding> binding(Queue queue, QueueEntry entry, String event) {
    return queue == Queue.OUTBOUND
        ? definitions.outboundFlow(entry.processEvent(), entry.remoteSystem())
        : definitions.inboundFlow(entry.remoteSystem(), event);
  }
}
