package dev.processsync.definition;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Role;
import dev.processsync.identity.Users;
import dev.processsync.record.Actor;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who chose whom a remote system's flows run as: nobody gets rights by naming somebody who has more
 * than they have themselves, unless an administrator named them.
 *
 * @param by the login of whoever chose
 * @param administrator whether it was an administrator at that time
 * @param noted whether that was written down; of older records it is only known who made them
 */
public record RunAsChoice(String by, boolean administrator, boolean noted) {

  /** The field that says who chose. */
  static final String BY = "run_as_chosen_by";

  /** The field that says whether it was an administrator. */
  static final String ADMINISTRATOR = "run_as_by_admin";

  public static RunAsChoice byAdministrator(String login) {
    return new RunAsChoice(login, true, true);
  }

  static RunAsChoice of(Actor actor) {
    return new RunAsChoice(actor.userName(), actor.isAdmin(), true);
  }

  static RunAsChoice of(TableRecord remoteSystem) {
    String by = remoteSystem.get(BY);
    if (!by.isEmpty()) {
      return new RunAsChoice(by, remoteSystem.isTrue(ADMINISTRATOR), true);
    }
    String creator = remoteSystem.get("sys_created_by");
    return new RunAsChoice(creator, creator.equals(Actor.system().userName()), false);
  }

  /** Why flows may not act as this user; empty if they may. Asked with the roles that count now. */
  public Optional<String> objection(Actor runAs, Users users) {
    if (!noted && runAs.roles().contains(Role.ADMIN)) {
      return Optional.of("who is an administrator, and it was not noted that one chose that");
    }
    if (administrator) {
      return Optional.empty();
    }
    return users
        .byUserName(by)
        .map(chooser -> objection(runAs, chooser))
        .orElseGet(
            () -> Optional.of("whom user '%s' chose, who is unknown or inactive".formatted(by)));
  }

  private static Optional<String> objection(Actor runAs, Actor chooser) {
    if (chooser.isAdmin() || chooser.sysId().equals(runAs.sysId())) {
      return Optional.empty();
    }
    Set<String> more = new TreeSet<>(runAs.roles());
    more.removeAll(chooser.roles());
    more.removeAll(Set.of(Role.RUN_AS, Role.EXTERNAL));
    return more.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "who has roles that user '%s', who chose that, lacks (%s)"
                .formatted(chooser.userName(), String.join(", ", more)));
  }
}
