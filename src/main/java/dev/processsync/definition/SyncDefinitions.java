package dev.processsync.definition;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is defined, for those who act on it. Answers come from memory and are never older than the
 * last committed change made through this node, and by little for changes made through another.
 */
public interface SyncDefinitions {

  Optional<RemoteSystem> remoteSystem(String sysId);

  /** All remote systems, whatever their state, in no particular order. */
  Collection<RemoteSystem> remoteSystems();

  /**
   * Active capture definitions of a table, lowest order first; empty for most tables, so asking is
   * cheap.
   */
  List<CaptureDefinition> activeCaptures(String table);

  /** The outbound flows of a process event, one for each remote system that it goes to. */
  List<FlowBinding> outboundFlows(String processEvent);

  Optional<FlowBinding> outboundFlow(String processEvent, String remoteSystem);

  /**
   * The inbound flow that a remote system's event of this name leads to; names are case-sensitive
   * (step 29).
   */
  Optional<FlowBinding> inboundFlow(String remoteSystem, String eventName);

  /** The inbound flows of a remote system, one for each of its events. */
  List<FlowBinding> inboundFlows(String remoteSystem);

  /** The process event of this name in the remote system's definition. */
  Optional<String> processEvent(String remoteSystem, String eventName);

  /** The name of a process event. */
  Optional<String> eventName(String processEvent);

  /** The names of the events that the remote system's definition has. */
  List<String> eventNames(String remoteSystem);
}
