package dev.processsync.conflict;

import dev.processsync.MovableClock;
import dev.processsync.change.ConflictPolicy;
import dev.processsync.change.FieldChange;
import dev.processsync.change.FieldChanges;
import dev.processsync.change.FieldMerge;
import dev.processsync.change.HybridClock;
import dev.processsync.change.HybridTime;
import dev.processsync.conflict.FieldConflict.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An instance in memory: a record, a clock, what is on its way to it, and what it keeps. */
final class SimulatedSide {

  static final int FIELDS = 5;

  /** A change of fields of one record, as a message tells of it. */
  private record Message(int id, SimulatedSide from, List<Told> fields) {}

  private record Told(
      int field, String previous, Optional<HybridTime> known, String value, FieldChange change) {}

  private static int lastMessage;

  final MovableClock wall;
  final ConflictPolicy[] policies = new ConflictPolicy[FIELDS];
  final String[] values = new String[FIELDS];
  final Deque<Message> inbox = new ArrayDeque<>();
  final List<FieldConflict> conflicts = new ArrayList<>();
  private final List<SimulatedSide> partners = new ArrayList<>();
  private final Set<Integer> applied = new HashSet<>();
  private final String place;
  private HybridClock clock;
  private FieldChanges changes = FieldChanges.parse("");
  int sent;

  SimulatedSide(String place, MovableClock wall, ConflictPolicy policy) {
    this.place = place;
    this.wall = wall;
    this.clock = new HybridClock(wall, () -> place);
    Arrays.fill(policies, policy);
    Arrays.fill(values, "");
  }

  static void link(SimulatedSide one, SimulatedSide other) {
    one.partners.add(other);
    other.partners.add(one);
  }

  /** What was not stored is lost: what the clock has heard of. */
  void crash() {
    clock = new HybridClock(wall, () -> place);
  }

  void edit(Map<Integer, String> given) {
    FieldChange change = new FieldChange(clock.after(changes.latest()), "of " + place);
    List<Told> told = new ArrayList<>();
    given.forEach(
        (field, value) -> {
          if (!value.equals(values[field])) {
            told.add(set(field, value, change));
          }
        });
    tell(told, null);
  }

  private Told set(int field, String value, FieldChange change) {
    Told told = new Told(field, values[field], Optional.of(lastOf(field).time()), value, change);
    values[field] = value;
    note("f" + field, change);
    return told;
  }

  private void tell(List<Told> told, @Nullable SimulatedSide cameFrom) {
    if (told.isEmpty()) {
      return;
    }
    for (SimulatedSide partner : partners) {
      if (partner != cameFrom) {
        partner.inbox.add(new Message(++lastMessage, this, List.copyOf(told)));
        sent++;
      }
    }
  }

  /**
   * @param answered whether the sender hears of it; if not it sends the message again
   */
  void receive(boolean answered) {
    Message arrived = answered ? inbox.remove() : inbox.element();
    if (applied.add(arrived.id())) {
      List<Told> forwarded = new ArrayList<>();
      arrived.fields().forEach(told -> merge(told).ifPresent(forwarded::add));
      tell(forwarded, arrived.from());
    }
  }

  private Optional<Told> merge(Told told) {
    clock.hear(told.change().time());
    int field = told.field();
    ConflictPolicy policy = policies[field];
    FieldMerge merge =
        new FieldMerge(
            Optional.of(told.previous()),
            told.known(),
            told.value(),
            values[field],
            told.change(),
            lastOf(field));
    FieldMerge.Outcome outcome = merge.by(policy);
    switch (outcome) {
      case OVERWRITE -> keep(field, merge, policy, Outcome.REMOTE);
      case WITHHOLD -> keep(field, merge, policy, Outcome.LOCAL);
      case ASK -> keep(field, merge, policy, Outcome.OPEN);
      case LEAVE, TAKE -> {
        // No conflict.
      }
    }
    if (merge.isAgreed(policy)) {
      note("f" + field, told.change());
    } else if (merge.isHeard(policy)) {
      changes = FieldChanges.parse(changes.heard(told.change()).toString());
    }
    return outcome == FieldMerge.Outcome.TAKE || outcome == FieldMerge.Outcome.OVERWRITE
        ? Optional.of(set(field, told.value(), told.change()))
        : Optional.empty();
  }

  private void keep(int field, FieldMerge merge, ConflictPolicy policy, Outcome outcome) {
    FieldConflict conflict =
        new FieldConflict(
            "",
            "",
            "",
            "",
            "f" + field,
            merge.base().orElse(""),
            merge.known(),
            merge.ours(),
            merge.theirs(),
            merge.ourChange(),
            merge.theirChange(),
            policy,
            outcome);
    for (int i = conflicts.size() - 1; i >= 0; i--) {
      FieldConflict last = conflicts.get(i);
      if (last.field().equals(conflict.field())) {
        if (conflict.goesOn(
            last.ours(), last.theirs(), last.outcome(), last.theirChange().time()::equals)) {
          conflicts.remove(i);
        }
        break;
      }
    }
    conflicts.add(conflict);
  }

  /** What doesn't stand on this side, though somebody wanted it. */
  List<String> lost() {
    return conflicts.stream()
        .map(
            conflict ->
                conflict.field()
                    + " "
                    + (conflict.outcome() == Outcome.REMOTE ? conflict.ours() : conflict.theirs()))
        .toList();
  }

  private FieldChange lastOf(int field) {
    return changes.of("f" + field);
  }

  private void note(String field, FieldChange change) {
    // As the record keeps it.
    changes = FieldChanges.parse(changes.with(List.of(field), change).toString());
  }
}
