package dev.processsync.definition;

import dev.processsync.change.ConflictPolicy;

/**
 * An outbound or inbound flow: the subflow that runs for one process event and one remote system.
 *
 * @param processEvent sys_id
 * @param remoteSystem sys_id
 * @param subflow key of the published subflow
 * @param conflictPolicy of an inbound flow, for fields of which the subflow says nothing else
 */
public record FlowBinding(
    String sysId,
    String processEvent,
    String remoteSystem,
    String subflow,
    ConflictPolicy conflictPolicy) {}
