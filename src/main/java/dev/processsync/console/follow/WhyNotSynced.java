package dev.processsync.console.follow;

import dev.processsync.console.page.ListAddress;
import dev.processsync.console.page.RecordAddress;
import dev.processsync.definition.CaptureDefinition;
import dev.processsync.definition.FlowBinding;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Why nothing of a table's records goes anywhere, and what would change that. */
@Component
class WhyNotSynced {

  private static final String CAPTURE = "ih_sync_capture_definition";

  private final Records records;
  private final Dictionary dictionary;
  private final SyncDefinitions definitions;

  WhyNotSynced(Records records, Dictionary dictionary, SyncDefinitions definitions) {
    this.records = records;
    this.dictionary = dictionary;
    this.definitions = definitions;
  }

  /**
   * @param href where it can be changed
   */
  record Reason(String text, String link, String href) {}

  /** Empty for those who may not read what is defined. */
  List<Reason> of(Actor actor, String tableName) {
    if (!actor.hasAnyOf(dictionary.require(CAPTURE).access().read())) {
      return List.of();
    }
    List<CaptureDefinition> captures = definitions.activeCaptures(tableName);
    return captures.isEmpty()
        ? List.of(notCaptured(actor, dictionary.require(tableName)))
        : captures.stream().flatMap(this::of).distinct().toList();
  }

  private Reason notCaptured(Actor actor, Table table) {
    return records.findBy(actor, CAPTURE, Map.of("table", table.name())).stream()
        .findFirst()
        .map(TableRecord::sysId)
        .map(
            draft ->
                new Reason(
                    "The capture definition of this table is a Draft: set its State to Active.",
                    "Capture definition",
                    RecordAddress.of(CAPTURE, draft)))
        .orElseGet(
            () ->
                new Reason(
                    "No capture definition has %s as its source table: add one to a process sync definition."
                        .formatted(table.title()),
                    "Process Sync Definitions",
                    ListAddress.of("ih_sync_definition", "")));
  }

  private Stream<Reason> of(CaptureDefinition capture) {
    String event = definitions.eventName(capture.processEvent()).orElse("?");
    List<FlowBinding> flows = definitions.outboundFlows(capture.processEvent());
    if (flows.isEmpty()) {
      return Stream.of(
          new Reason(
              "Process event “%s” has no outbound flow, so it goes to no remote system."
                  .formatted(event),
              "Process event",
              RecordAddress.of("ih_sync_process_event", capture.processEvent())));
    }
    Reason filter =
        new Reason(
            capture.filter().isEmpty()
                ? "“%s” is captured at the next change of this record.".formatted(event)
                : "“%s” is captured when a change of this record meets the filter: %s"
                    .formatted(event, capture.filter()),
            "Capture definition",
            RecordAddress.of(CAPTURE, capture.sysId()));
    return Stream.concat(
        Stream.of(filter), flows.stream().map(this::notActive).flatMap(Optional::stream));
  }

  private Optional<Reason> notActive(FlowBinding flow) {
    return definitions
        .remoteSystem(flow.remoteSystem())
        .filter(system -> system.outboundState() != RemoteSystem.State.ACTIVE)
        .map(
            system ->
                new Reason(
                    "Remote system “%s” is not active: validate and activate it."
                        .formatted(system.name()),
                    "Remote system",
                    RecordAddress.of("ih_sync_remote_system", system.sysId())));
  }
}
