package dev.processsync.designer.dryrun;

import dev.processsync.definition.FlowBinding;
import dev.processsync.definition.Subflows.Kind;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.definition.WhenGone;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.entry.Queue;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.record.Operation;
import dev.processsync.record.Records;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a request means, with what it leaves out filled in. */
@Component
class DryRunInputs {

  private final Records records;
  private final SyncDefinitions definitions;
  private final CurrentActor actor;

  DryRunInputs(Records records, SyncDefinitions definitions, CurrentActor actor) {
    this.records = records;
    this.definitions = definitions;
    this.actor = actor;
  }

  /**
   * The inputs of one run. Ids that the direction does not have are empty.
   *
   * @param entry a sys_id that no queue record has
   * @param processEvent its name
   */
  record Inputs(
      String entry,
      String remoteSystem,
      String processEvent,
      Operation operation,
      String whenGone,
      String captureDefinition,
      String localTable,
      String localRecord,
      String localCorrelationId,
      String remoteCorrelationId,
      String payload) {}

  /**
   * @throws InvalidDryRun if something is missing that can't be guessed
   */
  Inputs of(String subflow, Kind kind, DryRunRequest request, String sample) {
    String record = DryRunRequest.text(request.queueRecord(), "");
    return record.isEmpty()
        ? given(subflow, kind, request, sample)
        : captured(subflow, kind, record);
  }

  private Inputs given(String subflow, Kind kind, DryRunRequest request, String sample) {
    String payload = request.payloadText().isEmpty() ? sample : request.payloadText();
    if (payload.isEmpty() && kind != Kind.ERROR) {
      throw new InvalidDryRun(
          "Give a payload: the model has no sample payload that could stand in for it.");
    }
    String remoteSystem =
        remoteSystem(subflow, kind, DryRunRequest.text(request.remoteSystem(), ""));
    Operation operation =
        operation(DryRunRequest.text(request.operation(), Operation.CREATE.value()));
    return new Inputs(
        SysId.next(),
        remoteSystem,
        DryRunRequest.text(request.processEvent(), "Dry Run"),
        operation,
        DryRunRequest.text(request.whenGone(), whenGone(remoteSystem, subflow, operation)),
        "",
        DryRunRequest.text(request.localTable(), "incident"),
        DryRunRequest.text(request.localRecord(), SysId.next()),
        DryRunRequest.text(request.localCorrelationId(), SysId.next()),
        DryRunRequest.text(request.remoteCorrelationId(), SysId.next()),
        payload);
  }

  private Inputs captured(String subflow, Kind kind, String record) {
    if (kind == Kind.ERROR) {
      throw new InvalidDryRun("An error flow runs for no queue record: leave queue_record out.");
    }
    Queue queue = kind == Kind.OUTBOUND ? Queue.OUTBOUND : Queue.INBOUND;
    TableRecord entry =
        records
            .find(actor.get(), queue.table(), record)
            .orElseThrow(
                () ->
                    new InvalidDryRun(
                        "%s has no record '%s'; this is an %s subflow."
                            .formatted(
                                queue.table(), record, kind.name().toLowerCase(Locale.ROOT))));
    Operation operation = operation(entry.get("operation"));
    return new Inputs(
        SysId.next(),
        entry.get("remote_system"),
        definitions.eventName(entry.get("process_event")).orElse(entry.get("process_event")),
        operation,
        whenGone(entry.get("remote_system"), subflow, operation),
        entry.get("capture_definition"),
        entry.get("local_table"),
        entry.get("local_record"),
        entry.get("local_correlation_id"),
        entry.get("remote_correlation_id"),
        entry.get("payload"));
  }

  /** As the inbound flow has it that runs the subflow for the remote system, or a new one would. */
  private String whenGone(String remoteSystem, String subflow, Operation operation) {
    return definitions.inboundFlows(remoteSystem).stream()
        .filter(flow -> flow.subflow().equals(subflow))
        .findFirst()
        .orElse(FlowBinding.NONE)
        .whenGone(operation)
        .map(WhenGone::value)
        .orElse("");
  }

  private String remoteSystem(String subflow, Kind kind, String given) {
    if (!given.isEmpty()) {
      if (definitions.remoteSystem(given).isEmpty()) {
        throw new InvalidDryRun("There is no remote system '%s'.".formatted(given));
      }
      return given;
    }
    List<String> bound = bound(subflow, kind);
    if (bound.size() == 1) {
      return bound.get(0);
    }
    throw new InvalidDryRun(
        "Say which remote_system (its sys_id): the subflow is bound to %d of them."
            .formatted(bound.size()));
  }

  private List<String> bound(String subflow, Kind kind) {
    return switch (kind) {
      case OUTBOUND -> boundBy("ih_sync_outbound_definition", "subflow", subflow, "remote_system");
      case INBOUND -> boundBy("ih_sync_inbound_definition", "subflow", subflow, "remote_system");
      case ERROR -> boundBy("ih_sync_remote_system", "error_subflow", subflow, "sys_id");
    };
  }

  private List<String> boundBy(String table, String field, String subflow, String remoteSystem) {
    return records.findBy(Actor.system(), table, Map.of(field, subflow)).stream()
        .map(binding -> binding.get(remoteSystem))
        .distinct()
        .toList();
  }

  private static Operation operation(String value) {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.value().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidDryRun(
                    "The operation '%s' is none of create, update, delete, leave."
                        .formatted(value)));
  }
}
