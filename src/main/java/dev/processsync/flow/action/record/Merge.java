package dev.processsync.flow.action.record;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.change.FieldChange;
import dev.processsync.change.FieldChanges;
import dev.processsync.change.FieldMerge;
import dev.processsync.change.HybridTime;
import dev.processsync.conflict.FieldConflict.Outcome;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.flow.action.Step;
import dev.processsync.flow.action.record.MappedFields.Unresolved;
import dev.processsync.flow.payload.ChangedField;
import dev.processsync.flow.payload.EarlierReading;
import dev.processsync.problem.InvalidRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Merges what a mapping gives into a record, field by field: what the mapping would have given
 * before the change, what it gives now, and what stands here (docs/reference.md, "When both sides
 * change a record").
 */
final class Merge {

  private final MappedFields mappedFields;
  private final Step step;
  private final Table table;
  private final TableRecord ours;
  private final FieldChange theirChange;
  private final FieldChanges ourChanges;
  private final ChosenPolicies policies;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final Map<Field, Outcome> agreed = new LinkedHashMap<>();
  private final List<UnaryOperator<FieldChanges>> notes = new ArrayList<>();

  /**
   * @param ours the record as it stands here, locked
   * @param theirChange when the other side made the change, and who
   */
  Merge(
      MappedFields mappedFields,
      Step step,
      Table table,
      TableRecord ours,
      FieldChange theirChange,
      ChosenPolicies policies) {
    this.mappedFields = mappedFields;
    this.step = step;
    this.table = table;
    this.ours = ours;
    this.policies = policies;
    this.theirChange = theirChange;
    this.ourChanges = FieldChanges.parse(ours.get(FieldChanges.FIELD));
  }

  /** What is to be written. */
  Map<String, String> values() {
    return values;
  }

  /** The fields that both sides have changed. */
  List<Conflict> conflicts() {
    return conflicts;
  }

  /** Fields that both sides agree upon now, though a person may have been asked; whose value. */
  Map<Field, Outcome> agreed() {
    return agreed;
  }

  /** What is to be noted of changes that write nothing, one after the other. */
  List<UnaryOperator<FieldChanges>> notes() {
    return notes;
  }

  Merge of(Map<?, ?> mapping) {
    EarlierMapping earlier = new EarlierMapping(step);
    mapping.forEach(
        (name, value) -> {
          if (value != null) {
            Field field = table.require(String.valueOf(name).strip());
            merge(field, value, earlier.of(String.valueOf(name), value));
          }
        });
    return this;
  }

  private void merge(Field field, Object value, Optional<EarlierReading> earlier) {
    if (earlier.filter(EarlierReading::isTold).isEmpty()) {
      // Made of nothing that the sender says more of: it is written as it comes.
      mappedFields
          .resolve(step, table, field, value, Unresolved.STAYS_AS_IT_IS)
          .ifPresent(theirs -> values.put(field.name(), theirs));
    } else if (earlier.get().isChanged()) {
      mappedFields
          .resolve(step, table, field, value, Unresolved.STAYS_AS_IT_IS)
          .ifPresent(theirs -> merge(field, value, theirs, earlier.get()));
    }
  }

  private void merge(Field field, Object value, String given, EarlierReading earlier) {
    String theirs = stored(field, given);
    Optional<String> base =
        earlier
            .value()
            .flatMap(then -> mappedFields.find(field, then))
            .map(it -> stored(field, it));
    FieldMerge merge =
        new FieldMerge(
            base,
            knownBy(value),
            theirs,
            ours.get(field.name()),
            changeOf(value),
            ourChanges.of(field.name()));
    FieldMerge.Outcome outcome = merge.by(policies.of(field));
    switch (outcome) {
      case LEAVE, WITHHOLD, ASK -> {
        // What stands here stays.
      }
      case TAKE, OVERWRITE -> values.put(field.name(), given);
    }
    if (merge.isAgreed(policies.of(field))) {
      notes.add(noted -> noted.with(Set.of(field.name()), merge.theirChange()));
    } else if (merge.isHeard(policies.of(field))) {
      notes.add(noted -> noted.heard(merge.theirChange()));
    }
    if (policies.of(field) == ConflictPolicy.ASK) {
      if (outcome == FieldMerge.Outcome.TAKE) {
        agreed.put(field, Outcome.REMOTE);
      } else if (theirs.equals(merge.ours())) {
        agreed.put(field, Outcome.LOCAL);
      }
    }
    if (outcome == FieldMerge.Outcome.OVERWRITE
        || outcome == FieldMerge.Outcome.WITHHOLD
        || outcome == FieldMerge.Outcome.ASK) {
      conflicts.add(new Conflict(field, merge, policies.of(field), outcome));
    }
  }

  /** What a text that is made of several fields was made in knowledge of, nobody says. */
  private static Optional<HybridTime> knownBy(Object value) {
    return value instanceof ChangedField field && field.captured() != null
        ? Optional.ofNullable(field.captured().previousHybridTime()).flatMap(HybridTime::parse)
        : Optional.empty();
  }

  /** A field that was changed earlier than what the payload is about says so itself. */
  private FieldChange changeOf(Object value) {
    if (value instanceof ChangedField field
        && field.captured() != null
        && field.captured().hybridTime() != null) {
      return Step.change(field.captured().hybridTime(), theirChange);
    }
    return theirChange;
  }

  /** As it would be stored; what can't be is compared as it is, and refused when it is written. */
  private String stored(Field field, String value) {
    try {
      return FieldValue.canonical(table, field, value);
    } catch (InvalidRecord notStorable) {
      return value;
    }
  }
}
