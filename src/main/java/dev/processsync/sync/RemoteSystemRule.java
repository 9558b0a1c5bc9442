package dev.processsync.sync;

import dev.processsync.sync.Subflows.Kind;
import dev.processsync.table.RecordChange;
import dev.processsync.table.RecordRule;
import dev.processsync.table.SysId;
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
  private static final String DISABLED = "disabled";

  /** What was validated: a change of one of these takes the remote system out of service. */
  private static final List<String> VALIDATED =
      List.of(EXTERNAL_ID, "connection_alias", "inbound_api_user");

  private final Belonging belonging;
  private final SubflowCheck subflows;

  RemoteSystemRule(Belonging belonging, SubflowCheck subflows) {
    this.belonging = belonging;
    this.subflows = subflows;
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
    if (!change.isCreate() && !change.isChanged("inbound_state")) {
      VALIDATED.stream()
          .filter(change::isChanged)
          .findFirst()
          .ifPresent(field -> deactivate(change, field));
    }
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
