package dev.processsync.console.follow;

import dev.processsync.console.page.Durations;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.queue.report.EntrySummary;

/** What people read about an entry. */
final class Wording {

  private Wording() {}

  static String title(EntrySummary entry, String remoteSystem) {
    if (entry.queue() == Queue.INBOUND) {
      return "Received from " + remoteSystem;
    }
    String how =
        switch (entry.status()) {
          case READY -> "To be sent to ";
          case PROCESSED ->
              entry.localCorrelationId().isEmpty() ? "Nothing to be sent to " : "Sent to ";
          case ERROR, SKIPPED -> "Not sent to ";
        };
    return how + remoteSystem;
  }

  /** No more than how it went: the reason may tell what an agent may not read. */
  static String noteForAgents(EntrySummary entry) {
    boolean isOutbound = entry.queue() == Queue.OUTBOUND;
    return switch (entry.status()) {
      case READY -> isOutbound ? "On its way." : "Being applied.";
      case PROCESSED -> "";
      case ERROR -> "An administrator of Process Sync has to look at it.";
      case SKIPPED -> isOutbound ? "It was left out." : "It was not applied.";
    };
  }

  static String tried(RetryMetadata tried) {
    String failed = "%d of %d tries failed".formatted(tried.attempt(), tried.of());
    return tried.nextTryAt() == null
        ? failed + ": " + tried.lastError()
        : failed + ", the next is at " + tried.nextTryAt() + " UTC: " + tried.lastError();
  }

  static String took(EntrySummary entry) {
    Long processing = entry.processingTimeMs();
    Long waited = entry.timeInQueueMs();
    if (processing == null || waited == null) {
      return "";
    }
    return "waited " + Durations.of(waited) + ", took " + Durations.of(processing);
  }
}
