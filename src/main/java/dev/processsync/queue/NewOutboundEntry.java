package dev.processsync.queue;

import dev.processsync.table.Operation;
import dev.processsync.table.Origin;

/** A captured change, for one remote system. */
public record NewOutboundEntry(
    String processEvent,
    Operation operation,
    String remoteSystem,
    String captureDefinition,
    String localTable,
    String localRecord,
    String payload,
    String capturedBy,
    Origin origin) {}
