package dev.processsync.record;

import dev.processsync.change.FieldChange;

/**
 * An event of another instance that is being applied.
 *
 * @param remoteSystem the {@code sys_id} of the remote system that sent it
 * @param change when it was made there, and by whom; {@link FieldChange#NONE} if that is not known
 */
public record RemoteEvent(String remoteSystem, Origin origin, FieldChange change) {

  public RemoteEvent(String remoteSystem, Origin origin) {
    this(remoteSystem, origin, FieldChange.NONE);
  }
}
