package dev.processsync.outbound;

import dev.processsync.record.Operation;

/**
 * The inputs of an outbound subflow (docs/reference.md, "Flows") and the entry that they come from.
 *
 * @param entry the outbound queue entry's sys_id
 * @param subflow key of the published subflow
 * @param businessKey what operators know the run by: the record's number, else its sys_id
 * @param processEvent the event's name
 */
public record OutboundRun(
    String entry,
    String subflow,
    String businessKey,
    String remoteSystem,
    String captureDefinition,
    String processEvent,
    Operation operation,
    String localTable,
    String localRecord,
    String payload) {}
