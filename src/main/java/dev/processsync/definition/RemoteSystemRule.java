package dev.processsync.definition;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.dictionary.SysId;
import dev.processsync.identity.Users;
import dev.processsync.problem.AccessDenied;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * A remote system names a record of the other instance, and is active only as it was validated.
 * Roles are not looked at here but by Validate and Activate: the records may be made in any order.
 */
@Component
final class RemoteSystemRule implements RecordRule {

  private static final String EXTERNAL_ID = "external_id";
  private static final String RUN_AS = "run_as";
  private static final String DISABLED = "disabled";

  /** What was validated: a change of one of these takes the remote system out of service. */
  private static final List<String> VALIDATED =
      List.of(EXTERNAL_ID, "connection_alias", "inbound_api_user");

  private final Belonging belonging;
  private final SubflowCheck subflows;
  private final Users users;

  RemoteSystemRule(Belonging belonging, SubflowCheck subflows, Users users) {
    this.belonging = belonging;
    this.subflows = subflows;
    this.users = users;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals(SyncTables.REMOTE_SYSTEM);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    belonging.refuseMove(change);
    subflows.require(change, "error_subflow", Kind.ERROR);
    change.set(EXTERNAL_ID, change.get(EXTERNAL_ID).strip().toLowerCase(Locale.ROOT));
    checkExternalId(change);
    checkRunAs(change);
    if (!change.isCreate() && !change.isChanged("inbound_state")) {
      VALIDATED.stream()
          .filter(change::isChanged)
          .findFirst()
          .ifPresent(field -> deactivate(change, field));
    }
  }

  /** Names who chose; an administrator who gives the same user again chooses that user, too. */
  private void checkRunAs(RecordChange change) {
    boolean chosen = change.isCreate() || change.isChanged(RUN_AS);
    if (!chosen && !(change.isGiven(RUN_AS) && change.actor().isAdmin())) {
      return;
    }
    RunAsChoice choice = RunAsChoice.of(change.actor());
    users
        .bySysId(change.get(RUN_AS))
        .flatMap(user -> choice.objection(user, users).map(why -> refusal(user, why)))
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    change.set(RunAsChoice.BY, choice.by());
    change.set(RunAsChoice.ADMINISTRATOR, Boolean.toString(choice.administrator()));
  }

  private static AccessDenied refusal(Actor user, String why) {
    return new AccessDenied(
        "Run as (ih_sync_remote_system.run_as) can't be user '%s', %s: choose a user who has no more roles than you, or ask an administrator to choose."
            .formatted(user.userName(), why));
  }

  private static void checkExternalId(RecordChange change) {
    String id = change.get(EXTERNAL_ID);
    if (!id.isEmpty() && !SysId.isValid(id)) {
      throw change.invalid(
          EXTERNAL_ID,
          "External ID is '%s'; it must be a sys_id, 32 hexadecimal digits: that of the other instance's Remote System record."
              .formatted(id));
    }
    if (id.equals(change.sysId())) {
      throw change.invalid(
          EXTERNAL_ID,
          "External ID '%s' is this record's own sys_id: paste the sys_id of the other instance's Remote System record."
              .formatted(id));
    }
  }

  private static void deactivate(RecordChange change, String field) {
    if (DISABLED.equals(change.get("outbound_state"))
        && DISABLED.equals(change.get("inbound_state"))) {
      return;
    }
    change.set("outbound_state", DISABLED);
    change.set("inbound_state", DISABLED);
    change.set(
        "state_reason",
        "%s was changed: validate and activate again."
            .formatted(change.table().require(field).label()));
  }
}
