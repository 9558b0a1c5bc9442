package dev.processsync.inbound;

import dev.processsync.record.Operation;
import dev.processsync.record.Origin;

/**
 * The inputs of an inbound subflow (docs/reference.md, "Flows") and the entry that they come from.
 *
 * @param entry the inbound queue entry's sys_id
 * @param subflow key of the published subflow
 * @param businessKey what operators know the run by: the remote record's number, else its sys_id
 * @param processEvent the event's name
 */
public record InboundRun(
    String entry,
    String subflow,
    String businessKey,
    String remoteSystem,
    String processEvent,
    Operation operation,
    String localCorrelationId,
    String remoteCorrelationId,
    String payload,
    Origin origin) {}
