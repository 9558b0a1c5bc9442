package dev.processsync.queue;

import dev.processsync.queue.entry.EntryReleased;
import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.Stage;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import dev.processsync.record.Records;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What an administrator may do with a queue entry: set it Ready (retry) or Skipped (ignore), as the
 * reference says in "Records"; both do what they say in the queue and in the engine alike.
 */
@Component
class EntryRule implements RecordRule {

  private static final String EVENT = "process_event";
  private static final String DEFINITION = "definition";

  private final Records records;
  private final LaneSignals signals;
  private final ApplicationEventPublisher events;

  EntryRule(Records records, LaneSignals signals, ApplicationEventPublisher events) {
    this.records = records;
    this.signals = signals;
    this.events = events;
  }

  @Override
  public boolean appliesTo(String table) {
    return queue(table).isPresent();
  }

  @Override
  public void beforeWrite(RecordChange change) {
    if (change.isCreate()) {
      throw change.invalid(
          "", "Queue entries are made by the system: change a captured record, or post a message.");
    }
    String from = before(change, "status");
    String to = change.get("status");
    if (change.isChanged(EVENT)) {
      pointElsewhere(change, EntryStatus.of(from));
    }
    if (from.equals(to)) {
      return;
    }
    if (EntryStatus.of(from).decisions().stream().map(EntryStatus::value).noneMatch(to::equals)) {
      throw change.invalid(
          "status",
          "An entry that is %s can't become %s: set Error to Ready to retry, or Error or Ready to Skipped to ignore."
              .formatted(from, to));
    }
    if (to.equals(EntryStatus.SKIPPED.value())) {
      change.set("stage", Stage.DONE.value());
    } else {
      // What was wrong belongs to the tries before this decision.
      change.set("error_info", "");
      change.set("failing", "false");
      change.set("retry_metadata", "");
      release(change);
    }
  }

  /** What was held up until a person has looked at it isn't held up again. */
  private static void release(RecordChange change) {
    boolean byAPerson = !change.actor().isFlow() && !change.actor().equals(Actor.system());
    if (byAPerson && queue(change.table().name()).filter(Queue.INBOUND::equals).isPresent()) {
      change.set("released", "true");
    }
  }

  /**
   * An event that was called or chosen wrongly is no dead end: its entries may mean another. What
   * the engine has of the old one is ended, and the flow of the new one begins at its start.
   */
  private void pointElsewhere(RecordChange change, EntryStatus status) {
    boolean inEngine = before(change, "stage").equals(Stage.ENGINE.value());
    if (status.isEnded() || (status == EntryStatus.READY && inEngine)) {
      throw change.invalid(
          EVENT,
          status.isEnded()
              ? "An entry that is %s keeps its process event: nothing happens to it any more."
                  .formatted(status.value())
              : "Its flow is running in the engine with the process event that it has: wait until it has ended or failed.");
    }
    String definition = definition("ih_sync_remote_system", change.get("remote_system"));
    String event = change.get(EVENT);
    if (event.isEmpty() || !definition("ih_sync_process_event", event).equals(definition)) {
      throw change.invalid(
          EVENT, "The process event must be one of the entry's process sync definition.");
    }
    if (inEngine) {
      change.set("stage", Stage.FLOW.value());
      change.set("flow_context", "");
    }
  }

  private String definition(String table, String sysId) {
    return records.find(Actor.system(), table, sysId).map(it -> it.get(DEFINITION)).orElse("none");
  }

  private static String before(RecordChange change, String field) {
    return change.before().map(before -> before.get(field)).orElse("");
  }

  @Override
  public void afterWrite(RecordChange change) {
    boolean isElsewhere = change.isChanged(EVENT);
    if (!change.isChanged("status") && !isElsewhere) {
      return;
    }
    if (before(change, "stage").equals(Stage.ENGINE.value())) {
      boolean again = change.get("status").equals("ready") && !isElsewhere;
      events.publishEvent(new EntryReleased(change.sysId(), before(change, "flow_context"), again));
    }
    signals.afterCommit(
        queue(change.table().name()).orElseThrow(), Integer.parseInt(change.get("lane")));
    signals.afterCommit(change.get("remote_system"));
  }

  private static Optional<Queue> queue(String table) {
    return Arrays.stream(Queue.values()).filter(queue -> queue.table().equals(table)).findFirst();
  }
}
