package dev.processsync.definition;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.record.Operation;
import java.util.Optional;

/**
 * An outbound or inbound flow: the subflow that runs for one process event and one remote system.
 *
 * @param processEvent sys_id
 * @param remoteSystem sys_id
 * @param subflow key of the published subflow
 * @param conflictPolicy of an inbound flow, for fields of which the subflow says nothing else
 * @param onDelete of an inbound flow
 * @param onLeave of an inbound flow
 */
public record FlowBinding(
    String sysId,
    String processEvent,
    String remoteSystem,
    String subflow,
    ConflictPolicy conflictPolicy,
    WhenGone onDelete,
    WhenGone onLeave) {

  /** What a flow is that says nothing of itself. */
  public static final FlowBinding NONE =
      new FlowBinding("", "", "", "", ConflictPolicy.NEWEST, WhenGone.END_LINK, WhenGone.KEEP);

  /**
   * What is to become of the local record; empty for an event after which the remote one is there.
   */
  public Optional<WhenGone> whenGone(Operation operation) {
    return switch (operation) {
      case DELETE -> Optional.of(onDelete);
      case LEAVE -> Optional.of(onLeave);
      case CREATE, UPDATE -> Optional.empty();
    };
  }
}
