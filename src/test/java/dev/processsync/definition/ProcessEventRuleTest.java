package dev.processsync.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.RecordConflict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessEventRuleTest extends SyncRecords {

  @Test
  void canBeRenamedWhileNothingUsesIt() {
    SyncProcess process = process();

    var renamed =
        update(SyncTables.PROCESS_EVENT, process.event(), Map.of("name", " Order Hardware "));

    assertThat(renamed.get("name")).isEqualTo("Order Hardware");
  }

  @Test
  void isRenamedWhileOnlyItsOwnInstanceUsesIt() {
    SyncProcess process = process();
    capture(process, Map.of());
    knownEvents(process, "Another Event");

    update(SyncTables.PROCESS_EVENT, process.event(), Map.of("name", "Order Hardware"));

    assertThat(records.get(SYSTEM, SyncTables.PROCESS_EVENT, process.event()).get("name"))
        .isEqualTo("Order Hardware");
  }

  @Test
  void keepsTheNameThatTheOtherSideKnowsItBy() {
    SyncProcess process = process();
    knownEvents(process, "Another Event\nRequest Hardware");

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                update(SyncTables.PROCESS_EVENT, process.event(), Map.of("name", "Order Hardware")))
        .withMessageContaining("Remote System 'Vendor' has a process event 'Request Hardware' too")
        .withMessageContaining("create a new event 'Order Hardware' on both sides");
  }

  @Test
  void keepsTheNameOfWhatTheOtherSideCaptures() {
    SyncProcess process = process();
    records.insert(
        SYSTEM,
        SyncTables.REMOTE_CAPTURE,
        Map.of("remote_system", process.remoteSystem(), "process_event", "Request Hardware"));

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                update(SyncTables.PROCESS_EVENT, process.event(), Map.of("name", "Order Hardware")))
        .withMessageContaining("'Vendor' has a process event 'Request Hardware' too");
  }

  private void knownEvents(SyncProcess process, String names) {
    records.update(
        SYSTEM, SyncTables.REMOTE_SYSTEM, process.remoteSystem(), Map.of("remote_events", names));
  }

  @Test
  void tellsNamesApartThatDifferOnlyInCase() {
    SyncProcess process = process();

    String other = event(process.definition(), "request hardware");

    assertThat(other).isNotEqualTo(process.event());
  }

  @Test
  void refusesASecondEventOfTheSameName() {
    SyncProcess process = process();

    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> event(process.definition(), "Request Hardware"))
        .withMessage("The definition has a process event of this name already.");
  }

  @Test
  void refusesToMoveToAnotherDefinition() {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                update(
                    SyncTables.PROCESS_EVENT,
                    process().event(),
                    Map.of("definition", process().definition())))
        .withMessageContaining("can't move");
  }

  @Test
  void keepsItsDefinitionFromBeingDeleted() {
    SyncProcess process = process();

    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> records.delete(SYSTEM, SyncTables.DEFINITION, process.definition()))
        .withMessageContaining("Process Sync Definition '" + process.name() + "' is in use");
  }
}
