package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine keeps of flows that run smoothly. */
@InstanceTest
class ContextReportingTest {

  private static final String TEMPLATE = "outbound-flow-template-basic";

  @Autowired private Records records;
  @Autowired private HistoryService history;

  private TableRecord capture = new TableRecord("", Map.of());
  private String subject = "";

  @BeforeEach
  void incidentsOfThisTestAreCaptured() {
    SyncSetup setup = new SyncSetup(records);
    TableRecord definition = setup.definition();
    TableRecord event = setup.event(definition, "Request Hardware");
    TableRecord system =
        setup.activeRemoteSystem(
            definition,
            setup.alias("http://localhost:1/"),
            setup.user("api", "ih_process_sync_api"),
            setup.user("run.as", "ih_process_sync_run_as"));
    setup.outboundFlow(event, system, TEMPLATE);
    subject = setup.unique("Reported");
    capture = setup.activeCapture(event, "short_description=" + subject, "number");
  }

  @AfterEach
  void nothingIsCapturedOrReportedAnyMore() {
    records.update(
        Actor.system(), "ih_sync_capture_definition", capture.sysId(), Map.of("state", "draft"));
    report(false);
  }

  @Test
  void aSmoothRunLeavesNoHistory() {
    TableRecord entry = entryAfterItsFlow();

    assertThat(runs(entry)).isZero();
    assertThat(entry.get("flow_context")).isEmpty();
  }

  @Test
  void withContextReportingTheEntryLinksToTheHistoryOfItsRun() {
    report(true);

    TableRecord entry = entryAfterItsFlow();

    assertThat(runs(entry)).isEqualTo(1);
    assertThat(
            history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(entry.get("flow_context"))
                .activityName("Send Captured Payload to Remote System")
                .count())
        .isEqualTo(1);
  }

  private long runs(TableRecord entry) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(
            records.get(Actor.system(), "incident", entry.get("local_record")).get("number"))
        .processDefinitionKey(TEMPLATE)
        .finished()
        .count();
  }

  private TableRecord entryAfterItsFlow() {
    TableRecord incident =
        records.insert(Actor.system(), "incident", Map.of("short_description", subject));
    return await()
        .until(
            () ->
                records
                    .list(
                        Actor.system(),
                        "ih_sync_outbound_queue",
                        Query.equal("local_record", incident.sysId()),
                        0,
                        1)
                    .get(0),
            entry -> entry.get("stage").equals("transmit"));
  }

  private void report(boolean on) {
    TableRecord property =
        records
            .findBy(
                Actor.system(),
                "sys_properties",
                Map.of("name", "process_sync.flow.context_reporting"))
            .get(0);
    records.update(
        Actor.system(), "sys_properties", property.sysId(), Map.of("value", String.valueOf(on)));
  }
}
