package dev.processsync.handshake;

import dev.processsync.database.ThisInstance;
import dev.processsync.definition.FlowBinding;
import dev.processsync.definition.InboundMappings;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.Snapshots;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.handshake.Offer.Captured;
import dev.processsync.handshake.Offer.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this instance offers to a remote system, and what does not fit of what both offer. */
@Component
final class Offers {

  private final Snapshots snapshots;
  private final SyncDefinitions definitions;
  private final Dictionary dictionary;
  private final ThisInstance thisInstance;
  private final ObjectProvider<InboundMappings> mappings;
  private final String instance;

  Offers(
      Snapshots snapshots,
      SyncDefinitions definitions,
      Dictionary dictionary,
      ThisInstance thisInstance,
      ObjectProvider<InboundMappings> mappings,
      @Value("${process-sync.instance.name:}") String instance) {
    this.snapshots = snapshots;
    this.definitions = definitions;
    this.dictionary = dictionary;
    this.thisInstance = thisInstance;
    this.mappings = mappings;
    this.instance = instance;
  }

  /** This instance's name, for people. */
  String instance() {
    return instance;
  }

  Offer to(RemoteSystem system) {
    List<Captured> captures =
        snapshots.current().activeCaptures().values().stream()
            .flatMap(List::stream)
            .filter(
                capture ->
                    definitions.outboundFlow(capture.processEvent(), system.sysId()).isPresent())
            .map(
                capture ->
                    new Captured(
                        definitions.eventName(capture.processEvent()).orElse(""),
                        capture.table(),
                        capture.fields()))
            .toList();
    return new Offer(
        instance,
        definitions.eventNames(system.sysId()),
        captures,
        thisInstance.id(),
        received(system));
  }

  private List<Received> received(RemoteSystem system) {
    return definitions.eventNames(system.sysId()).stream()
        .flatMap(
            event ->
                definitions.inboundFlow(system.sysId(), event).stream()
                    .flatMap(flow -> received(event, flow)))
        .toList();
  }

  private Stream<Received> received(String event, FlowBinding flow) {
    return mappings.stream()
        .flatMap(published -> published.of(flow.subflow()).stream())
        .map(
            mapped ->
                new Received(
                    event,
                    mapped.table(),
                    mapped.field(),
                    List.copyOf(mapped.from()),
                    mapped.policy().orElse(flow.conflictPolicy()).value()));
  }

  /** Fields that both sides map with policies that don't fit. */
  List<String> unfitPolicies(Offer ours, Offer theirs) {
    return new TwoWayFields(ours, theirs, label(theirs)).warnings();
  }

  /** Events that only one side has; a name that differs only in case is said to. */
  List<String> eventMismatches(Offer ours, Offer theirs) {
    List<String> warnings = new ArrayList<>();
    for (String event : ours.events()) {
      if (!theirs.events().contains(event)) {
        warnings.add(
            sameButForCase(event, theirs.events())
                .map(
                    other ->
                        "Process event '%s' is called '%s' on %s. Names are case-sensitive, so the two are not linked: make them equal."
                            .formatted(event, other, label(theirs)))
                .orElse(
                    "Process event '%s' exists here but not on %s: create it there with exactly this name."
                        .formatted(event, label(theirs))));
      }
    }
    theirs.events().stream()
        .filter(event -> ours.events().stream().noneMatch(event::equalsIgnoreCase))
        .forEach(
            event ->
                warnings.add(
                    "Process event '%s' exists on %s but not here: create it here with exactly this name."
                        .formatted(event, label(theirs))));
    return warnings;
  }

  /** Fields that the other side sends from a table that has no such field here. */
  List<String> unknownFields(Offer theirs) {
    List<String> warnings = new ArrayList<>();
    for (Captured captured : theirs.captures()) {
      Optional<Table> here = dictionary.find(captured.table());
      List<String> unknown =
          captured.fields().stream()
              .filter(field -> here.isPresent() && here.get().field(field).isEmpty())
              .toList();
      if (!unknown.isEmpty()) {
        warnings.add(
            "%s captures %s of %s for '%s', which %s has not got on %s: let the inbound flow map it to something else."
                .formatted(
                    capitalized(label(theirs)),
                    String.join(", ", unknown),
                    captured.table(),
                    captured.event(),
                    captured.table(),
                    instance.isEmpty() ? "the receiving side" : "'" + instance + "'"));
      }
    }
    return warnings;
  }

  private static Optional<String> sameButForCase(String event, List<String> others) {
    return others.stream().filter(event::equalsIgnoreCase).findFirst();
  }

  private static String label(Offer offer) {
    return offer.instance().isEmpty() ? "the other instance" : "'" + offer.instance() + "'";
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
