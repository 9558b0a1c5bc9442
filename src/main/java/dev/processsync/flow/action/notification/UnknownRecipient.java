package dev.processsync.flow.action.notification;

import dev.processsync.flow.DataProblem;

/** A notification names somebody whom this instance doesn't know. */
final class UnknownRecipient extends DataProblem {

  private static final long serialVersionUID = 1;

  UnknownRecipient(String message) {
    super(message);
  }

  static UnknownRecipient named(String name) {
    return new UnknownRecipient(
        "'%s' can't be notified: name an e-mail address, a user's user ID, or a group."
            .formatted(name));
  }

  static UnknownRecipient several(String name, String groups) {
    return new UnknownRecipient(
        "'%s' can't be notified: several groups are called so, %s; give the sys_id."
            .formatted(name, groups));
  }
}
