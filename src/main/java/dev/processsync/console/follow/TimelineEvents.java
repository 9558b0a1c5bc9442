package dev.processsync.console.follow;

import dev.processsync.console.page.RecordAddress;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.Table;
import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.queue.receipt.DeliveryReceipt;
import dev.processsync.queue.report.EntrySummary;
import dev.processsync.record.Actor;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Queue entries in words. */
@Component
class TimelineEvents {

  private final Dictionary dictionary;
  private final SyncDefinitions definitions;

  TimelineEvents(Dictionary dictionary, SyncDefinitions definitions) {
    this.dictionary = dictionary;
    this.definitions = definitions;
  }

  List<TimelineEvent> of(Actor actor, List<EntrySummary> entries) {
    return entries.stream().map(entry -> event(actor, entry)).toList();
  }

  private TimelineEvent event(Actor actor, EntrySummary entry) {
    Table table = dictionary.require(entry.queue().table());
    boolean mayReadAll = actor.hasAnyOf(table.access().read());
    boolean waitsForRetry = entry.isReady() && entry.retry() != null;
    DeliveryReceipt receipt = entry.isReady() ? null : entry.receipt();
    String operation =
        table.require("operation").choiceLabel(entry.operation()).orElse(entry.operation());
    String status =
        table.require("status").choiceLabel(entry.status().value()).orElse(entry.status().value());
    return new TimelineEvent(
        entry.sysId(),
        entry.queue() == Queue.OUTBOUND,
        Wording.title(entry, name(entry)),
        definitions.eventName(entry.processEvent()).orElse(""),
        operation,
        receipt != null
            ? Receipts.badge(receipt)
            : waitsForRetry ? "waiting" : entry.status().value(),
        receipt != null ? label(table, receipt) : waitsForRetry ? "Waiting for retry" : status,
        receipt == null ? "" : Receipts.sentence(receipt, name(entry)),
        mayReadAll ? note(table, entry) : Wording.noteForAgents(entry),
        time(entry.createdOn()),
        time(entry.processedAt()),
        mayReadAll ? details(entry) : null);
  }

  private static String label(Table table, DeliveryReceipt receipt) {
    String state = receipt.state().value();
    return table.require("receipt").choiceLabel(state).orElse(state);
  }

  private String name(EntrySummary entry) {
    return definitions
        .remoteSystem(entry.remoteSystem())
        .map(RemoteSystem::name)
        .orElse("a remote system that was deleted");
  }

  private String note(Table table, EntrySummary entry) {
    RetryMetadata tried = entry.retry();
    if (!entry.isReady()) {
      return "";
    } else if (tried != null) {
      return Wording.tried(tried);
    } else if (entry.stage().equals("transmit") && isDown(entry)) {
      return "Waits until the remote system can be reached again.";
    }
    return table.require("stage").choiceLabel(entry.stage()).map(stage -> stage + ".").orElse("");
  }

  private boolean isDown(EntrySummary entry) {
    return definitions
        .remoteSystem(entry.remoteSystem())
        .filter(system -> system.outboundState() != RemoteSystem.State.ACTIVE)
        .isPresent();
  }

  private static TimelineEvent.Details details(EntrySummary entry) {
    return new TimelineEvent.Details(
        RecordAddress.of(entry.queue().table(), entry.sysId()),
        UriComponentsBuilder.fromPath("/console/follow/payload/")
            .pathSegment(entry.queue().table(), entry.sysId())
            .encode()
            .build()
            .toUriString(),
        entry.errorInfo(),
        entry.receipt() == null ? "" : entry.receipt().info(),
        Wording.took(entry),
        hasProcessInstance(entry)
            ? "/camunda/app/cockpit/default/#/process-instance/" + entry.flowContext() + "/runtime"
            : "");
  }

  /** One that has ended is in Cockpit no more. */
  private static boolean hasProcessInstance(EntrySummary entry) {
    return entry.inEngine()
        && !entry.flowContext().isEmpty()
        && (entry.isReady() || entry.status() == EntryStatus.ERROR);
  }

  private static String time(@Nullable LocalDateTime at) {
    return at == null ? "" : at.format(FieldValue.DATE_TIME);
  }
}
