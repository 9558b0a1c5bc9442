package dev.processsync.console.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.correlation.Correlations;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Records;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What of a record's timeline is told to whom. */
@InstanceTest
class FollowTest {

  @Autowired private Records records;
  @Autowired private Correlations correlations;
  @Autowired private DSLContext sql;
  @Autowired private Clock clock;
  @LocalServerPort private int port;

  private Exchanged exchanged;

  @BeforeEach
  void exchange() {
    exchanged = new Exchanged(records, correlations, sql, clock);
  }

  @Test
  void tellsAdministratorsAllThatIsKnown() {
    String sent = exchanged.entry(Exchanged.OUTBOUND, "processed", "done", Map.of());
    exchanged.entry(Exchanged.INBOUND, "error", "engine", Map.of("error_info", "No such user"));

    String page = admin().getPage(exchanged.page()).body();

    String vendor = exchanged.vendor.get("name");
    assertThat(page)
        .contains(
            "Sent to " + vendor, "Received from " + vendor, "Request Hardware", "No such user")
        .contains(exchanged.correlation.localCorrelationId())
        .contains(exchanged.correlation.remoteCorrelationId())
        .contains("/console/record/ih_sync_outbound_queue/" + sent);
    assertThat(page.indexOf("Received from")).isLessThan(page.indexOf("Sent to"));
  }

  @Test
  void saysToAdministratorsWhyTheRemoteSystemCanNotBeReached() {
    sql.execute(
        "update process_sync.ih_sync_remote_system set state_reason = ? where sys_id = ?",
        "It refuses <our> password.",
        exchanged.vendor.sysId());

    assertThat(admin().getPage(exchanged.page()).body())
        .contains("It refuses &lt;our&gt; password.");
    assertThat(as("agent", "itil").getPage(exchanged.page()).body()).doesNotContain("password");
  }

  @Test
  void tellsAgentsHowItWentAndNoMore() {
    exchanged.entry(Exchanged.OUTBOUND, "processed", "done", Map.of());
    exchanged.entry(Exchanged.OUTBOUND, "error", "engine", Map.of("error_info", "No such user"));

    String page = as("agent", "itil").getPage(exchanged.page()).body();

    assertThat(page)
        .contains("Sent to " + exchanged.vendor.get("name"), "Request Hardware", "Not sent to")
        .contains("An administrator of Process Sync has to look at it.")
        .doesNotContain(exchanged.correlation.localCorrelationId())
        .doesNotContain(exchanged.correlation.remoteCorrelationId())
        .doesNotContain(exchanged.vendor.sysId())
        .doesNotContain("No such user", "Queue record", "Payload", "<a ");
  }

  @Test
  void saysWhatHasBecomeOfAMessageWhereItWasSentTo() {
    sent("applied", "INC0010007", "");
    sent("error", "", "No such user");
    sent("skipped", "", "Not for us");
    sent("conflict", "INC0010008", "urgency was changed there, too: our value counts.");
    sent("received", "", "");
    String vendor = exchanged.vendor.get("name");

    String page = admin().getPage(exchanged.page()).body();
    String agents = as("agent", "itil").getPage(exchanged.page()).body();

    for (String each : List.of(page, agents)) {
      assertThat(each)
          .contains("Applied at " + vendor + " as INC0010007.")
          .contains("Failed at " + vendor, "Left out at " + vendor, "Received at " + vendor)
          .contains("Applied at " + vendor + " as INC0010008; fields of it had been changed there")
          .contains("badge--error", "Failed there", "Left out there", "Applied with a conflict");
    }
    assertThat(page).contains("No such user", "Not for us", "urgency was changed there, too");
    assertThat(agents).doesNotContain("No such user", "Not for us", "urgency");
    assertThat(page).as("it may be repaired").contains("every 2s");
  }

  private void sent(String receipt, String number, String info) {
    exchanged.entry(
        Exchanged.OUTBOUND,
        "processed",
        "done",
        Map.of("receipt", receipt, "remote_number", number, "receipt_info", info));
  }

  @Test
  void tellsNothingToThoseWhoMayNotReadTheRecordOrAreExternal() {
    String payload = exchanged.entry(Exchanged.OUTBOUND, "processed", "done", Map.of());

    Browser external = as("external", "itil", "snc_external");
    assertThat(external.getPage(exchanged.page()).body()).isBlank();
    assertThat(external.getPage(exchanged.page() + "/newest?from=0").statusCode()).isEqualTo(403);
    assertThat(as("other", "integration_admin").getPage(exchanged.page()).statusCode())
        .isEqualTo(403);
    assertThat(
            as("agent2", "incident_manager")
                .getPage("/console/follow/payload/ih_sync_outbound_queue/" + payload)
                .statusCode())
        .isEqualTo(403);
    assertThat(admin().getPage("/console/follow/payload/incident/" + payload).statusCode())
        .isEqualTo(404);
  }

  @Test
  void showsWhatChangedSinceThePayloadBefore() {
    exchanged.entry(
        Exchanged.OUTBOUND, "processed", "done", Map.of("payload", Exchanged.payload("A mouse")));
    String last =
        exchanged.entry(
            Exchanged.OUTBOUND,
            "processed",
            "done",
            Map.of("payload", Exchanged.payload("Two <b>mice</b>")));

    String page = admin().getPage("/console/follow/payload/ih_sync_outbound_queue/" + last).body();

    assertThat(page)
        .contains("Short description", "Two &lt;b&gt;mice&lt;/b&gt;", "A mouse", "abel")
        .containsOnlyOnce("badge--changed");
  }

  @Test
  void asksAgainForAsLongAsSomethingWaits() {
    String entry =
        exchanged.entry(
            Exchanged.OUTBOUND,
            "ready",
            "engine",
            Map.of(
                "retry_metadata",
                "{\"attempt\":1,\"of\":4,\"next_try_at\":\"2030-01-01 00:00:00\","
                    + "\"last_error\":\"No answer\",\"retry_times\":3}"));
    String waiting = admin().getPage(exchanged.page()).body();
    sql.execute(
        "update process_sync.ih_sync_outbound_queue set status = 'processed', stage = 'done'"
            + " where sys_id = ?",
        entry);
    String settled = admin().getPage(exchanged.page()).body();

    assertThat(waiting)
        .contains("every 2s", "Waiting for retry", "1 of 4 tries failed", "No answer");
    assertThat(settled).doesNotContain("every 2s");
  }

  @Test
  void showsOlderEntriesWhenAskedFor() {
    for (int i = 0; i < 25; i++) {
      exchanged.entry(Exchanged.OUTBOUND, "processed", "done", Map.of());
    }
    String page = admin().getPage(exchanged.page()).body();
    String older = page.replaceAll("(?s).*hx-get=\"([^\"]*/older[^\"]*)\".*", "$1");

    assertThat(page.split("Sent to", -1)).hasSize(21);
    assertThat(admin().getPage(older).body().split("Sent to", -1)).hasSize(6);
    assertThat(admin().getPage(older).body()).doesNotContain("Show older");
  }

  @Test
  void showsThatACorrelationEnded() {
    correlations.setActive(exchanged.correlation, false);

    assertThat(admin().getPage(exchanged.page()).body())
        .contains(exchanged.vendor.get("name"), "Ended");
  }

  @Test
  void saysWhyARecordIsNotSyncedAndWhatToDo() {
    SyncSetup setup = exchanged.setup;
    TableRecord problem = setup.insert("problem", Map.of("short_description", "Why"));
    String path = "/console/follow/problem/" + problem.sysId();

    assertThat(admin().getPage(path).body())
        .contains("This Problem is not synced with any remote system")
        .contains("No capture definition has Problem [problem] as its source table");
    assertThat(as("agent3", "itil").getPage(path).body())
        .contains("not synced")
        .doesNotContain("capture definition");
  }

  private Browser admin() {
    Browser browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);
    return browser;
  }

  private Browser as(String login, String... roles) {
    TableRecord user = exchanged.setup.user(login, roles);
    Browser browser = new Browser(port);
    browser.logIn(user.get("user_name"), SyncSetup.PASSWORD);
    return browser;
  }
}
