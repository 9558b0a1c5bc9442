package dev.processsync.definition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers from the {@link Snapshots}: every question is a look into a map. */
@Component
final class DefinitionsInMemory implements SyncDefinitions {

  private final Snapshots snapshots;

  DefinitionsInMemory(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public Optional<RemoteSystem> remoteSystem(String sysId) {
    return Optional.ofNullable(snapshots.current().remoteSystems().get(sysId));
  }

  @Override
  public Collection<RemoteSystem> remoteSystems() {
    return snapshots.current().remoteSystems().values();
  }

  @Override
  public List<CaptureDefinition> activeCaptures(String table) {
    return snapshots.current().activeCaptures().getOrDefault(table, List.of());
  }

  @Override
  public List<FlowBinding> outboundFlows(String processEvent) {
    return snapshots.current().outboundFlows().getOrDefault(processEvent, List.of());
  }

  @Override
  public Optional<FlowBinding> outboundFlow(String processEvent, String remoteSystem) {
    return outboundFlows(processEvent).stream()
        .filter(flow -> flow.remoteSystem().equals(remoteSystem))
        .findFirst();
  }

  @Override
  public Optional<FlowBinding> inboundFlow(String remoteSystem, String eventName) {
    Snapshot now = snapshots.current();
    return inboundFlows(remoteSystem).stream()
        .filter(flow -> eventName.equals(now.eventNames().get(flow.processEvent())))
        .findFirst();
  }

  @Override
  public List<FlowBinding> inboundFlows(String remoteSystem) {
    return snapshots.current().inboundFlows().getOrDefault(remoteSystem, List.of());
  }

  @Override
  public Optional<String> processEvent(String remoteSystem, String eventName) {
    return Optional.ofNullable(events(remoteSystem).get(eventName));
  }

  @Override
  public Optional<String> eventName(String processEvent) {
    return Optional.ofNullable(snapshots.current().eventNames().get(processEvent));
  }

  @Override
  public List<String> eventNames(String remoteSystem) {
    return events(remoteSystem).keySet().stream().sorted().toList();
  }

  private Map<String, String> events(String remoteSystem) {
    Snapshot now = snapshots.current();
    RemoteSystem system = now.remoteSystems().get(remoteSystem);
    return system == null ? Map.of() : now.events().getOrDefault(system.definition(), Map.of());
  }
}
