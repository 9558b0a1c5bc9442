package dev.processsync.flow.action;

import dev.processsync.flow.DataProblem;
import dev.processsync.identity.Role;

/** Nobody may apply the events of a remote system. */
final class NoRunAsUser extends DataProblem {

  private static final long serialVersionUID = 1;

  NoRunAsUser(String remoteSystem, String reason) {
    super(
        "Remote system '%s' %s. Choose an active user with the role %s in its field Run as."
            .formatted(remoteSystem, reason, Role.RUN_AS));
  }
}
