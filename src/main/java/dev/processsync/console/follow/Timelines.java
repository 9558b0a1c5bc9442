package dev.processsync.console.follow;

import dev.processsync.console.page.RecordAddress;
import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Correlations;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Role;
import dev.processsync.problem.AccessDenied;
import dev.processsync.queue.report.EntrySummary;
import dev.processsync.queue.report.RecordEntries;
import dev.processsync.queue.report.RecordEntries.Key;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Timelines as far as whoever asks may see them: see the package. */
@Component
class Timelines {

  private static final Set<String> NARROW = Set.of(Role.INTERNAL, Role.PROCESS_SYNC);
  private static final String CORRELATION = "ih_sync_correlation";
  private static final String REMOTE_SYSTEM = "ih_sync_remote_system";

  private final Records records;
  private final Dictionary dictionary;
  private final Correlations correlations;
  private final RecordEntries entries;
  private final SyncDefinitions definitions;
  private final TimelineEvents events;

  Timelines(
      Records records,
      Dictionary dictionary,
      Correlations correlations,
      RecordEntries entries,
      SyncDefinitions definitions,
      TimelineEvents events) {
    this.records = records;
    this.dictionary = dictionary;
    this.correlations = correlations;
    this.entries = entries;
    this.definitions = definitions;
    this.events = events;
  }

  /** Whether the actor may see at least the narrow part; external users may not. */
  boolean mayFollow(Actor actor) {
    return actor.hasAnyOf(NARROW);
  }

  /**
   * Part of a record's timeline.
   *
   * @param from the least sequence, 0 for any
   * @param before the sequence that all are less than
   * @throws AccessDenied if the actor may not read the record, or is an external user
   */
  Timeline of(Actor actor, String table, String sysId, long from, long before, int limit) {
    records.get(actor, table, sysId);
    if (!mayFollow(actor)) {
      throw new AccessDenied(
          "External users don't see what is exchanged with remote systems: it takes the role %s."
              .formatted(Role.PROCESS_SYNC));
    }
    List<Correlation> known = correlations.ofRecord(table, sysId);
    List<Key> keys =
        known.stream()
            .map(each -> new Key(each.remoteSystem(), each.localCorrelationId()))
            .toList();
    List<EntrySummary> found = entries.of(sysId, keys, from, before, limit + 1);
    List<EntrySummary> shown = found.subList(0, Math.min(limit, found.size()));
    return new Timeline(
        partners(actor, known),
        events.of(actor, shown),
        shown.isEmpty() ? 0 : shown.get(0).sequence(),
        shown.isEmpty() ? 0 : shown.get(shown.size() - 1).sequence(),
        found.size() > limit || from > 0,
        shown.stream().anyMatch(EntrySummary::isMoving));
  }

  private List<Partner> partners(Actor actor, List<Correlation> known) {
    boolean mayReadAll = mayRead(actor, CORRELATION) && mayRead(actor, REMOTE_SYSTEM);
    Map<String, String> troubles = mayReadAll ? troubles(actor, known) : Map.of();
    return known.stream()
        .map(
            each ->
                new Partner(name(each), each.active(), mayReadAll ? details(each, troubles) : null))
        .sorted(Comparator.comparing(Partner::remoteSystem))
        .toList();
  }

  private boolean mayRead(Actor actor, String table) {
    return actor.hasAnyOf(dictionary.require(table).access().read());
  }

  /** What remote systems say of themselves, by their sys_id. */
  private Map<String, String> troubles(Actor actor, List<Correlation> known) {
    List<String> remoteSystems = known.stream().map(Correlation::remoteSystem).toList();
    return records.findAll(actor, REMOTE_SYSTEM, remoteSystems).stream()
        .collect(Collectors.toMap(TableRecord::sysId, system -> system.get("state_reason")));
  }

  private String name(Correlation known) {
    return definitions.remoteSystem(known.remoteSystem()).map(RemoteSystem::name).orElse("?");
  }

  private static Partner.Details details(Correlation known, Map<String, String> troubles) {
    return new Partner.Details(
        RecordAddress.of(CORRELATION, known.sysId()),
        RecordAddress.of(REMOTE_SYSTEM, known.remoteSystem()),
        known.localCorrelationId(),
        known.remoteCorrelationId(),
        troubles.getOrDefault(known.remoteSystem(), ""));
  }
}
