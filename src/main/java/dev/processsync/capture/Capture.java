package dev.processsync.capture;

import dev.processsync.definition.CaptureDefinition;
import dev.processsync.definition.FlowBinding;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.queue.FlowsOnCapture;
import dev.processsync.queue.OutboundQueue;
import dev.processsync.queue.entry.NewOutboundEntry;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.RemoteEvent;
import dev.processsync.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts a change that an Active capture definition asks for into the outbound queue, in the
 * transaction that makes the change (docs/reference.md, "Capture"). Of the flows only those run
 * there that do no more than send.
 *
 * <p>If several definitions of one process event fit, the one with the lowest order speaks for it.
 * A change that came from another instance is not sent back to it, whichever remote system stands
 * for it here, nor to the instance where it began; from no other is it withheld.
 */
@Component
class Capture {

  private static final Logger log = LoggerFactory.getLogger(Capture.class);

  private final SyncDefinitions definitions;
  private final Dictionary dictionary;
  private final CaptureFilter filter;
  private final Payloads payloads;
  private final OutboundQueue queue;
  private final FlowsOnCapture flows;
  private final Settings settings;
  private final OwnEdits ownEdits;

  Capture(
      SyncDefinitions definitions,
      Dictionary dictionary,
      CaptureFilter filter,
      Payloads payloads,
      OutboundQueue queue,
      FlowsOnCapture flows,
      Settings settings,
      OwnEdits ownEdits) {
    this.definitions = definitions;
    this.dictionary = dictionary;
    this.filter = filter;
    this.payloads = payloads;
    this.queue = queue;
    this.flows = flows;
    this.settings = settings;
    this.ownEdits = ownEdits;
  }

  @EventListener
  void on(RecordChanged change) {
    if (isWanted(change)) {
      Map<String, RecordChanged> deciding = ownEdits.deciding(change);
      capture(
          change,
          flow ->
              !Decision.tells(flow.remoteSystem(), change)
                  && !deciding.containsKey(flow.remoteSystem()),
          flows::add);
      deciding.forEach((remoteSystem, decided) -> correct(decided, remoteSystem));
    }
  }

  /** Tells one remote system what was decided about a conflict with it. */
  void correct(RecordChanged change, String remoteSystem) {
    capture(change, flow -> flow.remoteSystem().equals(remoteSystem), queue::add);
  }

  private void capture(
      RecordChanged change, Predicate<FlowBinding> towards, Consumer<NewOutboundEntry> add) {
    List<CaptureDefinition> captures = definitions.activeCaptures(change.table());
    if (captures.isEmpty()) {
      return;
    }
    Table table = dictionary.require(change.table());
    Set<String> captured = new HashSet<>();
    for (CaptureDefinition definition : captures) {
      if (!captured.contains(definition.processEvent())
          && filter.meets(definition.filter(), table, change)) {
        captured.add(definition.processEvent());
        capture(definition, table, change, towards, add);
      }
    }
    for (CaptureDefinition definition : captures) {
      if (definition.tellsOfLeaving()
          && !captured.contains(definition.processEvent())
          && filter.hasJustLeft(definition.filter(), table, change)) {
        captured.add(definition.processEvent());
        captureLeaving(definition, table, change, towards, add);
      }
    }
  }

  /** Changes by programs, flows and the system can be left out (docs/reference.md, "Capture"). */
  private boolean isWanted(RecordChanged change) {
    return change.actor().interactive() || settings.current().captureNonInteractive();
  }

  private boolean cameFrom(FlowBinding flow, RemoteEvent event) {
    if (flow.remoteSystem().equals(event.remoteSystem())) {
      return true;
    }
    String there = instance(flow.remoteSystem());
    return !there.isEmpty()
        && (there.equals(instance(event.remoteSystem()))
            || there.equals(event.origin().instance()));
  }

  /** The instance that a remote system stands for; empty if that was never asked. */
  private String instance(String remoteSystem) {
    return definitions.remoteSystem(remoteSystem).map(RemoteSystem::instanceId).orElse("");
  }

  private void capture(
      CaptureDefinition definition,
      Table table,
      RecordChanged change,
      Predicate<FlowBinding> towards,
      Consumer<NewOutboundEntry> add) {
    List<FlowBinding> flows = flows(definition, change, towards);
    if (flows.isEmpty()) {
      return;
    }
    boolean isNew = filter.hasJustComeToMeet(definition.filter(), table, change);
    if (CaptureFilter.captures(definition, change, isNew)) {
      String payload = payloads.of(definition, table, change, isNew);
      addEach(definition, change, change.operation(), payload, flows, add);
    }
  }

  /** That the record met the filter before and does not any more. */
  private void captureLeaving(
      CaptureDefinition definition,
      Table table,
      RecordChanged change,
      Predicate<FlowBinding> towards,
      Consumer<NewOutboundEntry> add) {
    List<FlowBinding> flows = flows(definition, change, towards);
    if (!flows.isEmpty()) {
      String payload = payloads.of(definition, table, change, false);
      addEach(definition, change, Operation.LEAVE, payload, flows, add);
    }
  }

  private List<FlowBinding> flows(
      CaptureDefinition definition, RecordChanged change, Predicate<FlowBinding> towards) {
    return definitions.outboundFlows(definition.processEvent()).stream()
        .filter(towards)
        .filter(flow -> change.event().filter(event -> cameFrom(flow, event)).isEmpty())
        .toList();
  }

  private static void addEach(
      CaptureDefinition definition,
      RecordChanged change,
      Operation operation,
      String payload,
      List<FlowBinding> flows,
      Consumer<NewOutboundEntry> add) {
    for (FlowBinding flow : flows) {
      add.accept(
          new NewOutboundEntry(
              definition.processEvent(),
              operation,
              flow.remoteSystem(),
              definition.sysId(),
              change.table(),
              change.record().sysId(),
              payload,
              change.actor().userName(),
              change.event().map(RemoteEvent::origin).orElse(Origin.HERE)));
    }
    log.debug(
        "{} of {} {} captured by {} for {} remote systems",
        operation,
        change.table(),
        change.record().sysId(),
        definition.sysId(),
        flows.size());
  }
}
