package dev.processsync.console.follow;

import dev.processsync.console.form.RecordAddress;
import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Correlations;
import dev.processsync.identity.Role;
import dev.processsync.queue.EntrySummary;
import dev.processsync.queue.RecordEntries;
import dev.processsync.queue.RecordEntries.Key;
import dev.processsync.sync.RemoteSystem;
import dev.processsync.sync.SyncDefinitions;
import dev.processsync.table.AccessDenied;
import dev.processsync.table.Actor;
import dev.processsync.table.Dictionary;
import dev.processsync.table.Records;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
  private final Happenings happenings;

  Timelines(
      Records records,
      Dictionary dictionary,
      Correlations correlations,
      RecordEntries entries,
      SyncDefinitions definitions,
      Happenings happenings) {
    this.records = records;
    this.dictionary = dictionary;
    this.correlations = correlations;
    this.entries = entries;
    this.definitions = definitions;
    this.happenings = happenings;
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
        happenings.of(actor, shown),
        shown.isEmpty() ? 0 : shown.get(0).sequence(),
        shown.isEmpty() ? 0 : shown.get(shown.size() - 1).sequence(),
        found.size() > limit || from > 0,
        shown.stream().anyMatch(EntrySummary::isReady));
  }

  private List<Partner> partners(Actor actor, List<Correlation> known) {
    return known.stream()
        .map(each -> partner(actor, each))
        .sorted(Comparator.comparing(Partner::remoteSystem))
        .toList();
  }

  private Partner partner(Actor actor, Correlation known) {
    String name =
        definitions.remoteSystem(known.remoteSystem()).map(RemoteSystem::name).orElse("?");
    boolean mayReadAll = mayRead(actor, CORRELATION) && mayRead(actor, REMOTE_SYSTEM);
    return new Partner(name, known.active(), mayReadAll ? details(actor, known) : null);
  }

  private Partner.Details details(Actor actor, Correlation known) {
    return new Partner.Details(
        RecordAddress.of(CORRELATION, known.sysId()),
        RecordAddress.of(REMOTE_SYSTEM, known.remoteSystem()),
        known.localCorrelationId(),
        known.remoteCorrelationId(),
        records
            .find(actor, REMOTE_SYSTEM, known.remoteSystem())
            .map(system -> system.get("state_reason"))
            .orElse(""));
  }

  private boolean mayRead(Actor actor, String table) {
    return actor.hasAnyOf(dictionary.require(table).access().read());
  }
}
