package dev.processsync.queue.entry;

import dev.processsync.record.Operation;
import dev.processsync.record.Origin;

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
