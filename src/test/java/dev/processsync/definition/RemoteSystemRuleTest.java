package dev.processsync.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.RecordConflict;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemoteSystemRuleTest extends SyncRecords {

  @Test
  void startsDisabled() {
    TableRecord system = system(process().remoteSystem());

    assertThat(system.get("outbound_state")).isEqualTo("disabled");
    assertThat(system.get("inbound_state")).isEqualTo("disabled");
  }

  @Test
  void takesAnExternalIdAsItWasPasted() {
    String id = SysId.next();

    TableRecord system = externalId(process().remoteSystem(), id.toUpperCase(Locale.ROOT));

    assertThat(system.get("external_id")).isEqualTo(id);
  }

  @Test
  void refusesAnExternalIdThatIsNoSysId() {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> externalId(process().remoteSystem(), "Vendor Instance"))
        .withMessageContaining("must be a sys_id, 32 hexadecimal digits");
  }

  @Test
  void refusesItsOwnSysIdAsExternalId() {
    String own = process().remoteSystem();

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> externalId(own, own))
        .withMessageContaining(
            "this record's own sys_id: paste the sys_id of the other instance's");
  }

  @Test
  void refusesAnExternalIdThatAnotherRemoteSystemHas() {
    String id = SysId.next();
    externalId(process().remoteSystem(), id);

    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> externalId(process().remoteSystem(), id))
        .withMessageContaining("Another remote system has this External ID");
  }

  @Test
  void refusesAnErrorSubflowOfTheWrongKind() {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                update(
                    SyncTables.REMOTE_SYSTEM,
                    process().remoteSystem(),
                    Map.of("error_subflow", "send-it")))
        .withMessageContaining("Published error subflows: tell.");
  }

  @Test
  void isOutOfServiceWhenWhatWasValidatedChanges() {
    String id = active();

    TableRecord changed = update(SyncTables.REMOTE_SYSTEM, id, Map.of("connection_alias", alias()));

    assertThat(changed.get("outbound_state")).isEqualTo("disabled");
    assertThat(changed.get("inbound_state")).isEqualTo("disabled");
    assertThat(changed.get("state_reason"))
        .isEqualTo("Connection Alias was changed: validate and activate again.");
  }

  @Test
  void staysInServiceWhenItsDescriptionChanges() {
    TableRecord changed =
        update(SyncTables.REMOTE_SYSTEM, active(), Map.of("description", "Fulfills requests"));

    assertThat(changed.get("outbound_state")).isEqualTo("active");
  }

  @Test
  void keepsItsUsersAndItsAliasFromBeingDeleted() {
    TableRecord system = system(process().remoteSystem());

    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> records.delete(SYSTEM, "sys_alias", system.get("connection_alias")))
        .withMessageContaining("in use");
    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> records.delete(SYSTEM, "sys_user", system.get("run_as")))
        .withMessageContaining("in use");
  }

  private String active() {
    String id = process().remoteSystem();
    update(
        SyncTables.REMOTE_SYSTEM,
        id,
        Map.of("outbound_state", "active", "inbound_state", "active"));
    return id;
  }

  private TableRecord system(String id) {
    return records.get(SYSTEM, SyncTables.REMOTE_SYSTEM, id);
  }

  private TableRecord externalId(String id, String externalId) {
    return update(SyncTables.REMOTE_SYSTEM, id, Map.of("external_id", externalId));
  }
}
