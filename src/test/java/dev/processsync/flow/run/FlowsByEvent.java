package dev.processsync.flow.run;

import dev.processsync.definition.FlowBinding;
import dev.processsync.definition.WhenGone;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.lane.FlowRun;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import dev.processsync.testing.slice.FlowSlice;
import dev.processsync.testing.slice.InMemory;

/** Runs whose process event is called as the subflow is that they are bound to. */
final class FlowsByEvent extends BoundFlows {

  private final String businessKey;

  private FlowsByEvent(FlowSlice flows, String businessKey) {
    super(flows.memory.definitions());
    this.businessKey = businessKey;
  }

  @Override
  BoundFlow of(FlowRun run) {
    return new BoundFlow(
        run.entry().processEvent(),
        "Request Hardware",
        businessKey,
        FlowBinding.NONE.whenGone(run.entry().operation()).map(WhenGone::value).orElse(""));
  }

  static EngineFlowRunner runner(FlowSlice flows, String businessKey) {
    return runner(flows, businessKey, new PublishedSubflows(flows.engine.getRepositoryService()));
  }

  static EngineFlowRunner runner(FlowSlice flows, String businessKey, PublishedSubflows published) {
    return new EngineFlowRunner(
        new FlowsByEvent(flows, businessKey),
        new SubflowRuns(flows.engine, published, flows.memory, flows.history),
        flows.memory,
        flows.turnRecords,
        delete -> {});
  }

  static FlowRun out(String subflow, Operation operation, String record, String payload) {
    return run(Queue.OUTBOUND, subflow, operation, record, "", "", payload);
  }

  static FlowRun in(String subflow, Operation operation, String payload) {
    return run(Queue.INBOUND, subflow, operation, "", "ours", "theirs", payload);
  }

  private static FlowRun run(
      Queue queue,
      String subflow,
      Operation operation,
      String record,
      String localCorrelationId,
      String remoteCorrelationId,
      String payload) {
    return new FlowRun(
        queue,
        new QueueEntry(
            "entry-1",
            1,
            queue == Queue.OUTBOUND ? record : localCorrelationId,
            subflow,
            operation,
            InMemory.REMOTE,
            "capture",
            queue == Queue.OUTBOUND ? "incident" : "",
            record,
            localCorrelationId,
            remoteCorrelationId,
            payload,
            0,
            Origin.HERE),
        0);
  }
}
