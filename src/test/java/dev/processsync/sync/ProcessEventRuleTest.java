package dev.processsync.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.table.InvalidRecord;
import dev.processsync.table.RecordConflict;
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
  void refusesARenameWhileACaptureDefinitionUsesIt() {
    SyncProcess process = process();
    capture(process, Map.of());

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                update(SyncTables.PROCESS_EVENT, process.event(), Map.of("name", "Order Hardware")))
        .withMessageContaining("Process Event 'Request Hardware' is in use")
        .withMessageContaining("Create a new event 'Order Hardware'");
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
