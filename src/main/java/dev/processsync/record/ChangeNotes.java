package dev.processsync.record;

import dev.processsync.change.FieldChange;
import dev.processsync.change.FieldChanges;
import dev.processsync.change.HybridClock;
import dev.processsync.change.HybridTime;
import java.util.Collection;
import java.util.Optional;

/**
 * Notes on a record who changed which of its fields, and when. What is made here and was never
 * changed needs no note.
 */
final class ChangeNotes {

  private final HybridClock clock;

  ChangeNotes(HybridClock clock) {
    this.clock = clock;
  }

  /**
   * @param changed the fields that change
   */
  void on(RecordChange change, Collection<String> changed) {
    if (change.table().field(FieldChanges.FIELD).isEmpty()) {
      return;
    }
    Optional<RemoteEvent> event = Optional.ofNullable(change.actor().event());
    if (!change.isCreate()) {
      FieldChanges before = FieldChanges.parse(change.get(FieldChanges.FIELD));
      FieldChange made = made(change.actor(), event, before.latest());
      change.set(FieldChanges.FIELD, before.with(changed, made).toString());
    } else if (event.isPresent()) {
      FieldChange made = made(change.actor(), event, HybridTime.NONE);
      change.set(FieldChanges.FIELD, FieldChanges.begunBy(made).toString());
    }
  }

  private FieldChange made(Actor actor, Optional<RemoteEvent> event, HybridTime known) {
    Optional<FieldChange> there = event.map(RemoteEvent::change).filter(FieldChange::isKnown);
    if (there.isPresent()) {
      clock.hear(there.get().time());
      return there.get();
    }
    HybridTime now = clock.after(known);
    return event
        .map(applied -> HybridClock.place(applied.origin().instance()))
        .map(place -> new FieldChange(new HybridTime(now.ticks(), place), actor.userName()))
        .orElseGet(() -> new FieldChange(now, actor.userName()));
  }
}
