package dev.processsync.task;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import java.time.Clock;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What every table that inherits {@code task} does by itself, a user's own too: its priority, who
 * opened it, who closed it, and whether it is active.
 */
@Component
@Order(2)
class TaskRule implements RecordRule {

  private static final Set<String> FIELDS =
      Set.of(
          "state",
          "impact",
          "urgency",
          "priority",
          "active",
          "opened_at",
          "opened_by",
          "closed_at",
          "closed_by");

  private static final Signature OPENED = new Signature("opened_at", "opened_by");
  private static final Signature CLOSED = new Signature("closed_at", "closed_by");

  private final Dictionary dictionary;
  private final Clock clock;

  TaskRule(Dictionary dictionary, Clock clock) {
    this.dictionary = dictionary;
    this.clock = clock;
  }

  @Override
  public boolean appliesTo(String table) {
    return dictionary.find(table).map(Table::fields).stream()
        .anyMatch(fields -> fields.keySet().containsAll(FIELDS));
  }

  @Override
  public void beforeWrite(RecordChange change) {
    // A caller may have named a priority: it is overruled, since clients send whole records back.
    Priority.of(change.get("impact"), change.get("urgency"))
        .ifPresent(priority -> change.set("priority", priority));
    if (change.isCreate()) {
      OPENED.set(change, clock);
    }
    if (change.isChanged("state")) {
      moved(change, Lifecycle.of(change.table().name()));
    }
  }

  private void moved(RecordChange change, Lifecycle lifecycle) {
    String state = change.get("state");
    if (lifecycle.closed().contains(state)) {
      change.set("active", "false");
      CLOSED.set(change, clock);
    } else if (lifecycle.open().contains(state) && wasClosed(change, lifecycle)) {
      change.set("active", "true");
      CLOSED.clear(change);
    }
  }

  private static boolean wasClosed(RecordChange change, Lifecycle lifecycle) {
    return change.before().map(before -> before.get("state")).stream()
        .anyMatch(lifecycle.closed()::contains);
  }
}
