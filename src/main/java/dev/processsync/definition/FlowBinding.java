package dev.processsync.definition;

/**
 * An outbound or inbound flow: the subflow that runs for one process event and one remote system.
 *
 * @param processEvent sys_id
 * @param remoteSystem sys_id
 * @param subflow key of the published subflow
 */
public record FlowBinding(String sysId, String processEvent, String remoteSystem, String subflow) {}
