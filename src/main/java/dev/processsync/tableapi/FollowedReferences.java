package dev.processsync.tableapi;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The records that others refer to: one statement a step, however many records. */
final class FollowedReferences {

  private static final TableRecord NOTHING = new TableRecord("", Map.of());

  private final Actor actor;
  private final Records records;
  private final Map<List<Field>, List<TableRecord>> known = new HashMap<>();

  FollowedReferences(Actor actor, Records records, List<TableRecord> start) {
    this.actor = actor;
    this.records = records;
    known.put(List.of(), start);
  }

  /** Where the references lead from each record, an empty record where they lead nowhere. */
  List<TableRecord> along(List<Field> hops) {
    List<TableRecord> there = known.get(hops);
    if (there == null) {
      there = step(along(hops.subList(0, hops.size() - 1)), hops.get(hops.size() - 1));
      known.put(hops, there);
    }
    return there;
  }

  private List<TableRecord> step(List<TableRecord> from, Field reference) {
    Set<String> ids =
        from.stream()
            .map(record -> record.get(reference.name()))
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.toSet());
    String target = Objects.requireNonNull(reference.reference());
    Map<String, TableRecord> found = new HashMap<>();
    records.findAll(actor, target, ids).forEach(record -> found.put(record.sysId(), record));
    return from.stream()
        .map(record -> found.getOrDefault(record.get(reference.name()), NOTHING))
        .toList();
  }
}
