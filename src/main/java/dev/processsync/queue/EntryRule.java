package dev.processsync.queue;

import dev.processsync.table.RecordChange;
import dev.processsync.table.RecordRule;
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

  private final LaneSignals signals;
  private final ApplicationEventPublisher events;

  EntryRule(LaneSignals signals, ApplicationEventPublisher events) {
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
    String from = change.before().map(before -> before.get("status")).orElse("");
    String to = change.get("status");
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
    }
  }

  @Override
  public void afterWrite(RecordChange change) {
    if (!change.isChanged("status")) {
      return;
    }
    String stage = change.before().map(before -> before.get("stage")).orElse("");
    if (stage.equals(Stage.ENGINE.value())) {
      boolean again = change.get("status").equals("ready");
      events.publishEvent(new EntryReleased(change.sysId(), change.get("flow_context"), again));
    }
    signals.afterCommit(
        queue(change.table().name()).orElseThrow(), Integer.parseInt(change.get("lane")));
    signals.afterCommit(change.get("remote_system"));
  }

  private static Optional<Queue> queue(String table) {
    return Arrays.stream(Queue.values()).filter(queue -> queue.table().equals(table)).findFirst();
  }
}
