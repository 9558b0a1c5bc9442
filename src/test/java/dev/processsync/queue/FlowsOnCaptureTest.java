package dev.processsync.queue;

import static dev.processsync.TestFlows.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.TestFlows;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A flow that only sends has run when the change is committed; every other runs in its turn, and
 * none can harm the change.
 */
@InstanceTest
class FlowsOnCaptureTest {

  private static final String TEMPLATE = "outbound-flow-template-basic";

  @Autowired private Records records;
  @Autowired private RepositoryService repository;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DSLContext sql;

  private String vendor = "";
  private String group = "";
  private String capture = "";

  @AfterEach
  void nothingIsCapturedAnyMore() {
    records.update(Actor.system(), "ih_sync_capture_definition", capture, Map.of("state", "draft"));
  }

  @Test
  void whatOnlySendsIsReadyToBeSentTogetherWithItsChange() {
    capturedBy(TEMPLATE);

    TableRecord entry = sentWithItsChange(this::incident);

    TableRecord correlation = correlation(entry.get("local_record"));
    assertThat(entry.get("local_correlation_id"))
        .isEqualTo(correlation.get("local_correlation_id"));
    assertThat(entry.get("remote_correlation_id"))
        .isEqualTo(correlation.get("remote_correlation_id"));
    assertThat(entry.get("message")).isEmpty();
  }

  @Test
  void laterChangesAreSentUnderTheSameCorrelation() {
    capturedBy(TEMPLATE);
    TableRecord first = sentWithItsChange(this::incident);

    for (String severity : List.of("2", "1")) {
      TableRecord next = sentWithItsChange(() -> change(first.get("local_record"), severity));

      assertThat(next.get("local_correlation_id")).isEqualTo(first.get("local_correlation_id"));
      assertThat(next.get("sequence")).isNotEqualTo(first.get("sequence"));
    }
  }

  @Test
  void nothingOvertakesAnEarlierEntryOfItsRecordThatFailed() {
    capturedBy(TEMPLATE);
    TableRecord first = sentWithItsChange(this::incident);
    sql.update(QueueColumns.table(Queue.OUTBOUND))
        .set(QueueColumns.STATUS, "error")
        .where(QueueColumns.SYS_ID.eq(first.sysId()))
        .execute();

    assertThat(stageWithItsChange(() -> change(first.get("local_record"), "2"))).isEqualTo("flow");
  }

  @Test
  void aCorrelationThatSomebodyEndedMeanwhileIsNotSentTo() {
    capturedBy(TEMPLATE);
    String record = sentWithItsChange(this::incident).get("local_record");
    sentWithItsChange(() -> change(record, "2"));
    records.update(
        Actor.system(),
        "ih_sync_correlation",
        correlation(record).sysId(),
        Map.of("state", "inactive"));

    change(record, "1");

    await().untilAsserted(() -> assertThat(last(record).get("status")).isEqualTo("skipped"));
  }

  @Test
  void aNewRecordWhoseIdIsCorrelatedAlreadyIsSentUnderThat() {
    capturedBy(TEMPLATE);
    String record = SysId.next();
    new SyncSetup(records)
        .insert(
            "ih_sync_correlation",
            Map.of(
                "local_correlation_id",
                SysId.next(),
                "remote_correlation_id",
                SysId.next(),
                "local_table",
                "incident",
                "local_record",
                record,
                "remote_system",
                vendor,
                "state",
                "active"));

    transaction.executeWithoutResult(status -> incident(record));

    await()
        .untilAsserted(
            () ->
                assertThat(last(record).get("local_correlation_id"))
                    .isEqualTo(correlation(record).get("local_correlation_id")));
  }

  @Test
  void aChangeStaysThoughItsFlowFails() {
    capturedBy(
        published(
            "sends-without-correlation",
            start("sends-without-correlation")
                .serviceTask("Send")
                .camundaDelegateExpression("${sendCapturedPayload}")));

    String record = Objects.requireNonNull(transaction.execute(status -> incident()));

    assertThat(records.find(Actor.system(), "incident", record)).isPresent();
    await().untilAsserted(() -> assertThat(last(record).get("error_info")).contains("correlation"));
  }

  @Test
  void aFlowThatWritesRecordsRunsInItsTurn() {
    capturedBy(
        published(
            "writes-records",
            start("writes-records")
                .serviceTask("Write")
                .camundaDelegateExpression("${createRecord}")));

    assertThat(stageWithItsChange(this::incident)).isEqualTo("flow");
  }

  @Test
  void whatIsUndoneSendsNothing() {
    capturedBy(TEMPLATE);

    String record =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  return incident();
                }));

    assertThat(entries(record)).isEmpty();
    assertThat(list("ih_sync_correlation", record)).isEmpty();
  }

  private void capturedBy(String subflow) {
    SyncSetup setup = new SyncSetup(records);
    TableRecord definition = setup.definition();
    TableRecord event = setup.event(definition, "Request Hardware");
    TableRecord remote =
        setup.activeRemoteSystem(
            definition,
            setup.alias("http://localhost:1/"),
            setup.user("api", "ih_process_sync_api", "snc_external"),
            setup.user("run.as", "ih_process_sync_run_as", "incident_manager"));
    vendor = remote.sysId();
    setup.outboundFlow(event, remote, subflow);
    group = setup.insert("sys_user_group", Map.of("name", setup.unique("Group"))).sysId();
    capture =
        setup
            .activeCapture(event, "assignment_group=" + group, "short_description,severity")
            .sysId();
  }

  /** The entry of a change, again if its lane happens to hold an entry of another test. */
  private TableRecord sentWithItsChange(Supplier<String> change) {
    return await()
        .until(
            () -> Objects.requireNonNull(transaction.execute(status -> last(change.get()))),
            entry -> entry.get("stage").equals("transmit"));
  }

  private String stageWithItsChange(Supplier<String> change) {
    return Objects.requireNonNull(transaction.execute(status -> last(change.get()).get("stage")));
  }

  private String incident() {
    return incident(SysId.next());
  }

  private String incident(String sysId) {
    return records
        .insert(
            Actor.system(),
            "incident",
            Map.of(
                "sys_id", sysId, "short_description", "Broken laptop", "assignment_group", group))
        .sysId();
  }

  private String change(String record, String severity) {
    String other = severity.equals(severity(record)) ? "3" : severity;
    records.update(Actor.system(), "incident", record, Map.of("severity", other));
    return record;
  }

  private String severity(String record) {
    return records.get(Actor.system(), "incident", record).get("severity");
  }

  private TableRecord last(String record) {
    List<TableRecord> all = entries(record);
    return all.get(all.size() - 1);
  }

  private List<TableRecord> entries(String record) {
    return list("ih_sync_outbound_queue", record);
  }

  private TableRecord correlation(String record) {
    return list("ih_sync_correlation", record).get(0);
  }

  private List<TableRecord> list(String table, String record) {
    return records.list(
        Actor.system(), table, Query.parse("local_record=" + record + "^ORDERBYsys_id"), 0, 10);
  }

  private String published(String key, AbstractFlowNodeBuilder<?, ?> last) {
    TestFlows.publish(repository, "outbound", key, last);
    return key;
  }
}
