package dev.processsync.correlation;

/**
 * One local record and its counterpart in one remote system.
 *
 * @param localCorrelationId this side's alias of the pair, an id of its own
 * @param remoteCorrelationId the other side's alias
 */
public record Correlation(
    String sysId,
    String localCorrelationId,
    String remoteCorrelationId,
    String localTable,
    String localRecord,
    String remoteSystem,
    boolean active) {}
