package dev.processsync.record;

import dev.processsync.dictionary.Table;
import dev.processsync.problem.AccessDenied;
import java.util.Set;

/** Deny unless granted: a table whose file names no roles is open to {@code admin} alone. */
public final class Access {

  private Access() {}

  static void requireRead(Actor actor, Table table) {
    require(actor, table, "read", table.access().read());
  }

  static void requireCreate(Actor actor, Table table) {
    refuseFlow(actor, table);
    require(actor, table, "create", table.access().create());
  }

  static void requireWrite(Actor actor, Table table) {
    refuseFlow(actor, table);
    require(actor, table, "write", table.access().write());
  }

  static void requireDelete(Actor actor, Table table) {
    refuseFlow(actor, table);
    require(actor, table, "delete", table.access().delete());
  }

  /** Whoever a flow acts as: what it does is decided by what another instance sends. */
  private static void refuseFlow(Actor actor, Table table) {
    if (actor.isFlow() && !table.access().flows()) {
      throw new AccessDenied(
          "A flow may not write %s, whoever it acts as: users, rights and configuration are for people."
              .formatted(table.title()));
    }
  }

  private static void require(Actor actor, Table table, String operation, Set<String> roles) {
    if (!actor.hasAnyOf(roles)) {
      throw new AccessDenied(
          "User '%s' may not %s %s: it takes the role %s."
              .formatted(
                  actor.lacking(roles).userName(),
                  operation,
                  table.title(),
                  roles.isEmpty()
                      ? "admin"
                      : String.join(" or ", roles.stream().sorted().toList())));
    }
  }
}
