package dev.processsync.console.queuestate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.EntryRows;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the page Outbound Queue State says, and to whom. */
@InstanceTest
class QueueStateTest {

  private static final String PAGE = "/console/queue-state";
  private static final String QUEUE = "ih_sync_outbound_queue";

  @Autowired private Records records;
  @Autowired private DSLContext sql;
  @Autowired private Clock clock;
  @LocalServerPort private int port;

  private SyncSetup setup;
  private TableRecord vendor;

  @BeforeEach
  void someEntries() {
    setup = new SyncSetup(records);
    vendor = setup.activeRemoteSystem();
    entry("processed", "done", Duration.ofSeconds(20));
    entry("processed", "done", Duration.ofMinutes(20));
    entry("error", "engine", Duration.ofMinutes(30));
    entry("ready", "engine", Duration.ofHours(2));
    records.update(
        Actor.system(),
        "ih_sync_remote_system",
        vendor.sysId(),
        Map.of("outbound_state", "error", "state_reason", "Nobody answers there."));
  }

  @Test
  void tellsOfEachRemoteSystemHowItIsWhatWaitsAndHowFastItGoes() {
    String page = as("sync", "ih_process_sync").getPage(PAGE).body();

    assertThat(lines(page))
        .contains(vendor.get("name"), "Nobody answers there.", "badge--error", "2 h 0 min", "40 ms")
        .contains(
            "/console/list/ih_sync_outbound_queue?sysparm_query=status%3Dready%5Eremote_system%3D"
                + vendor.sysId())
        .contains("status%3Derror%5Eremote_system%3D" + vendor.sysId());
  }

  @Test
  void warnsOfWhatFailedAtTheOtherSideAndOfWhatHasNoReceiptForAnHour() {
    String before = part(as("sync", "ih_process_sync").getPage(PAGE).body());
    open("error", Duration.ofMinutes(1));
    open("received", Duration.ofHours(1));
    open("received", Duration.ofMinutes(59));

    String page = part(as("sync2", "ih_process_sync").getPage(PAGE).body());

    assertThat(before).doesNotContain("the other side", "final receipt");
    assertThat(page)
        .containsPattern(
            "sysparm_query=receipt%3Derror\">1</a></span><span>Failed at the other side")
        .containsPattern(
            "receipt%3Dreceived%5Eprocessed_at[^\"]*\">1</a></span><span>Sent, without a final receipt");
    sql.execute("delete from process_sync.open_receipt");
  }

  private void open(String receipt, Duration age) {
    sql.execute(
        "insert into process_sync.open_receipt (entry, remote_system, receipt, since_ms, ask_at_ms)"
            + " values (?, ?, ?, ?, 0)",
        SysId.next(),
        vendor.sysId(),
        receipt,
        clock.millis() - age.toMillis());
  }

  @Test
  void givesIntegrationAdministratorsTheNumbersWithoutLinksThatTheyMayNotFollow() {
    String page = as("dashboard", "integration_admin").getPage(PAGE).body();

    assertThat(lines(page)).contains(vendor.get("name"), "40 ms");
    assertThat(part(page)).doesNotContain("/console/list/", "/console/record/");
  }

  @Test
  void refusesOthersAndSaysWhatItTakes() {
    Browser agent = as("agent", "itil");

    assertThat(agent.getPage(PAGE).statusCode()).isEqualTo(403);
    assertThat(agent.getPage(PAGE + "/part").statusCode()).isEqualTo(403);
    assertThat(agent.getPage(PAGE).body()).contains("integration_admin or ih_process_sync");
  }

  /** The rows of this test's remote system. */
  private String lines(String page) {
    int from = page.indexOf(vendor.get("name"));
    return page.substring(Math.max(0, from - 300), page.indexOf("</tbody>", from));
  }

  private static String part(String page) {
    return page.substring(page.indexOf("id=\"queue-state\""), page.indexOf("class=\"charts\""));
  }

  private void entry(String status, String stage, Duration age) {
    String record = setup.unique(status + age);
    String sysId = new EntryRows(sql, clock).insert(QUEUE, record, status, stage, age);
    boolean done = status.equals("processed");
    sql.execute(
        "update process_sync."
            + QUEUE
            + " set remote_system = ?, queued_ms = ?, processing_time = 40, time_in_queue = 5,"
            + " processed_at = ? where sys_id = ?",
        vendor.sysId(),
        clock.millis() - age.toMillis(),
        done ? LocalDateTime.now(clock).minus(age) : null,
        sysId);
  }

  private Browser as(String login, String role) {
    Browser browser = new Browser(port);
    browser.logIn(setup.user(login, role).get("user_name"), SyncSetup.PASSWORD);
    return browser;
  }
}
