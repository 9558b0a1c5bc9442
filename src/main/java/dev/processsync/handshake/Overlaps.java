package dev.processsync.handshake;

import static java.util.stream.Collectors.toCollection;

import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.definition.SyncTables;
import dev.processsync.handshake.Offer.Captured;
import dev.processsync.handshake.Offer.Received;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What other remote systems here exchange with the same instance. */
@Component
final class Overlaps {

  private final SyncDefinitions definitions;
  private final Records records;
  private final Offers offers;

  Overlaps(SyncDefinitions definitions, Records records, Offers offers) {
    this.definitions = definitions;
    this.records = records;
    this.offers = offers;
  }

  /**
   * A record has one correlation for each partner and process: two links of one definition with the
   * same instance would give it two.
   *
   * @throws CheckFailed if there is such a link already
   */
  void requireNoSecondLink(RemoteSystem system, Offer theirs) {
    withSameInstance(system, theirs)
        .filter(other -> other.definition().equals(system.definition()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new CheckFailed(
                  Check.ACTIVATION,
                  "Remote System '%s' of Process Sync Definition '%s' stands for the same instance as '%s' already; a record would be linked with it twice."
                      .formatted(other.name(), nameOfDefinition(system), system.name()),
                  "Disable '%s', or give '%s' a definition of its own."
                      .formatted(other.name(), system.name()));
            });
  }

  /** A sentence for each table that another link with the instance cares about, too. */
  List<String> warnings(RemoteSystem system, Offer ours, Offer theirs) {
    return withSameInstance(system, theirs)
        .flatMap(other -> warnings(system, ours, other, label(theirs)))
        .distinct()
        .toList();
  }

  private Stream<String> warnings(
      RemoteSystem system, Offer ours, RemoteSystem other, String theirName) {
    Offer otherOffer = offers.to(other);
    Set<String> sent = tables(ours.captures(), Captured::table);
    Set<String> sentByOther = tables(otherOffer.captures(), Captured::table);
    String here = nameOfDefinition(system);
    String there = nameOfDefinition(other);
    Set<String> twice = common(sent, sentByOther);
    Stream<String> sentTwice =
        twice.stream()
            .map(
                table ->
                    "%s: definitions '%s' and '%s' both capture %s for %s. A record that meets the filters of both is sent twice: let the filters exclude each other."
                        .formatted(speaker(), here, there, table, theirName));
    Stream<String> notSentBack =
        Stream.concat(
            notSentBack(there, written(otherOffer), here, sent, theirName),
            notSentBack(here, written(ours), there, sentByOther, theirName));
    return twice.isEmpty() ? notSentBack : sentTwice;
  }

  private Stream<String> notSentBack(
      String writes, Set<String> written, String captures, Set<String> sent, String theirName) {
    return common(written, sent).stream()
        .map(
            table ->
                "%s: definition '%s' captures %s, which '%s' writes with what comes from %s. Those changes are not sent back to where they came from."
                    .formatted(speaker(), captures, table, writes, theirName));
  }

  private static Set<String> written(Offer offer) {
    return tables(offer.receives(), Received::table);
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    Set<String> common = new TreeSet<>(some);
    common.retainAll(others);
    return common;
  }

  private static <T> Set<String> tables(Collection<T> parts, Function<T, String> table) {
    return parts.stream().map(table).collect(toCollection(TreeSet::new));
  }

  /** Those in service. */
  private Stream<RemoteSystem> withSameInstance(RemoteSystem system, Offer theirs) {
    return theirs.instanceId().isEmpty()
        ? Stream.empty()
        : definitions.remoteSystems().stream()
            .filter(other -> other.instanceId().equals(theirs.instanceId()))
            .filter(other -> other.outboundState() != RemoteSystem.State.DISABLED)
            .filter(other -> !other.sysId().equals(system.sysId()));
  }

  private String nameOfDefinition(RemoteSystem system) {
    return records
        .find(Actor.system(), SyncTables.DEFINITION, system.definition())
        .map(definition -> definition.get("name"))
        .orElse(system.definition());
  }

  private String speaker() {
    return offers.instance().isEmpty() ? "One side" : "On '" + offers.instance() + "'";
  }

  private static String label(Offer offer) {
    return offer.instance().isEmpty() ? "the other instance" : "'" + offer.instance() + "'";
  }
}
