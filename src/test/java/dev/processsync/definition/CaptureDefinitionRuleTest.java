package dev.processsync.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.RecordConflict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureDefinitionRuleTest extends SyncRecords {

  @Test
  void includesSysIdFirstKeepsTheOrderAndDropsDuplicates() {
    var capture = capture(process(), Map.of("fields", "number, state ,sys_id,number,severity,"));

    assertThat(capture.get("fields")).isEqualTo("sys_id,number,state,severity");
  }

  @Test
  void includesSysIdWhenNoFieldIsChosen() {
    assertThat(capture(process(), Map.of()).get("fields")).isEqualTo("sys_id");
  }

  @Test
  void takesTheDefinitionOfItsEvent() {
    SyncProcess process = process();

    assertThat(capture(process, Map.of()).get("definition")).isEqualTo(process.definition());
  }

  @Test
  void refusesAnEventOfAnotherDefinition() {
    SyncProcess mine = process();
    SyncProcess other = process();

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                capture(
                    mine, Map.of("definition", mine.definition(), "process_event", other.event())))
        .withMessageContaining("belongs to the process sync definition '" + other.name() + "'")
        .withMessageContaining("choose one of '" + mine.name() + "' (Request Hardware)");
  }

  @Test
  void refusesAnUnknownTableAndListsWhatCanBeCaptured() {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> capture(process(), Map.of("table", "incidents")))
        .withMessageContaining("no table 'incidents'")
        .withMessageContaining("change_request, incident, problem, sc_req_item")
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("table"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sys_user",
        "sys_user_has_role",
        "basic_auth_credentials",
        "http_connection",
        "sys_alias",
        "ih_sync_remote_system",
        "ih_sync_outbound_queue"
      })
  void refusesTablesWithSecretsOrConfiguration(String table) {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> capture(process(), Map.of("table", table)))
        .withMessageContaining("can't be captured")
        .withMessageContaining("stay on their instance");
  }

  @Test
  void refusesAFieldThatTheTableLacks() {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> capture(process(), Map.of("fields", "number,colour")))
        .withMessageContaining("Incident [incident] has no field 'colour'")
        .withMessageContaining("short_description");
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour=red", "state", "stateBETWEEN1", "assignment_group.colour=red"})
  void refusesAFilterThatDoesNotFitTheTable(String filter) {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> capture(process(), Map.of("filter", filter)))
        .withMessageContaining("Filter: Invalid query '" + filter + "'")
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("filter"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "assignment_group.name=Hardware^incident_state=6",
        "stateVALCHANGES",
        "stateCHANGESTO6^ORseverity=1"
      })
  void takesAFilterOfRecordsOrOfChanges(String filter) {
    assertThat(capture(process(), Map.of("filter", filter)).get("filter")).isEqualTo(filter);
  }

  @Test
  void refusesToMoveToAnotherDefinition() {
    SyncProcess mine = process();
    var capture = capture(mine, Map.of());

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                update(
                    SyncTables.CAPTURE,
                    capture.sysId(),
                    Map.of("definition", process().definition())))
        .withMessageContaining(
            "'Request Hardware' belongs to the process sync definition '" + mine.name() + "'");
  }

  @Test
  void keepsItsEventFromBeingDeleted() {
    SyncProcess process = process();
    capture(process, Map.of());

    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> records.delete(SYSTEM, SyncTables.PROCESS_EVENT, process.event()))
        .withMessageContaining("Process Event 'Request Hardware' is in use");
  }
}
