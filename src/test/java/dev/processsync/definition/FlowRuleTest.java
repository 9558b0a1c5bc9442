package dev.processsync.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.RecordConflict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowRuleTest extends SyncRecords {

  @Test
  void bindsAPublishedSubflowAndTakesTheDefinitionOfItsEvent() {
    SyncProcess process = process();

    TableRecord flow = outbound(process, "send-it");

    assertThat(flow.get("definition")).isEqualTo(process.definition());
  }

  @Test
  void refusesASecondFlowForTheSameEventAndRemoteSystem() {
    SyncProcess process = process();
    outbound(process, "send-it");

    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> outbound(process, "send-it"))
        .withMessageContaining(
            "There is an outbound flow for this process event and remote system");
  }

  @Test
  void refusesAMissingEvent() {
    SyncProcess process = process();

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                insert(
                    SyncTables.OUTBOUND_FLOW,
                    Map.of("remote_system", process.remoteSystem(), "subflow", "send-it")))
        .withMessageContaining(
            "Process Event (ih_sync_outbound_definition.process_event) is mandatory");
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                insert(
                    SyncTables.OUTBOUND_FLOW,
                    Map.of(
                        "process_event",
                        "Request Softwear " + tag,
                        "remote_system",
                        process.remoteSystem(),
                        "subflow",
                        "send-it")))
        .withMessageContaining("no record of ih_sync_process_event has this sys_id or name");
  }

  @Test
  void refusesARemoteSystemOfAnotherDefinition() {
    SyncProcess mine = process();
    SyncProcess other = process();

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                insert(
                    SyncTables.INBOUND_FLOW,
                    Map.of(
                        "process_event", mine.event(),
                        "remote_system", other.remoteSystem(),
                        "subflow", "apply-it")))
        .withMessageContaining("Remote System 'Vendor' belongs to the process sync definition")
        .withMessageContaining("choose one of '" + mine.name() + "' (Vendor)");
  }

  @Test
  void refusesASubflowThatIsStillADraft() {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> outbound(process(), "half-done"))
        .withMessage("Outbound Subflow is 'half-done', which is still a draft: publish it first.");
  }

  @Test
  void refusesASubflowOfTheWrongKind() {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> outbound(process(), "apply-it"))
        .withMessage(
            "Outbound Subflow is 'apply-it', which is an inbound subflow; it takes an outbound one. Published outbound subflows: send-it.");
  }

  @Test
  void refusesASubflowThatDoesNotExist() {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> outbound(process(), "sned-it"))
        .withMessageContaining("there is no such subflow. Published outbound subflows: send-it.");
  }

  private TableRecord outbound(SyncProcess process, String subflow) {
    return insert(
        SyncTables.OUTBOUND_FLOW,
        Map.of(
            "process_event", process.event(),
            "remote_system", process.remoteSystem(),
            "subflow", subflow));
  }
}
