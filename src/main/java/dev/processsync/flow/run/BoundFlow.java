package dev.processsync.flow.run;

import dev.processsync.definition.WhenGone;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.lane.FlowRun;
import dev.processsync.record.Operation;

/**
 * The subflow that runs for an entry, and what it is told (docs/reference.md, "Flows").
 *
 * @param subflow key of the published subflow
 * @param processEvent the event's name
 * @param businessKey what operators know the run by: the record's number, else its sys_id
 * @param whenGone what is to become of the local record, empty if the remote one is there
 */
record BoundFlow(String subflow, String processEvent, String businessKey, String whenGone) {

  /** Whether the event says that a record was deleted, or its flow deletes one because of it. */
  boolean deletes(Operation operation) {
    return operation == Operation.DELETE || whenGone.equals(WhenGone.DELETE.value());
  }

  /** Its run in the current transaction. */
  SubflowRuns.Start start(FlowRun run) {
    return new SubflowRuns.Start(
        run.entry().sysId(), subflow, businessKey, inputs(run, Inputs.fleeting()));
  }

  Inputs inputs(FlowRun run, Inputs inputs) {
    QueueEntry entry = run.entry();
    inputs
        .with("queue_entry", entry.sysId())
        .with("remote_system", entry.remoteSystem())
        .with("operation", entry.operation().value())
        .with("process_event", processEvent)
        .with("payload", entry.payload());
    return run.queue() == Queue.OUTBOUND
        ? inputs
            .with("local_record", entry.localRecord())
            .with("local_table", entry.localTable())
            .with("capture_definition", entry.captureDefinition())
        : inputs
            .with("remote_correlation_id", entry.remoteCorrelationId())
            .with("local_correlation_id", entry.localCorrelationId())
            .with("when_gone", whenGone)
            .with("origin_instance", entry.origin().instance())
            .with("hops", entry.origin().hops());
  }
}
