package dev.processsync.console.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.console.page.RecordAddress;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Role;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server puts into a record's page, and whom it shows it to. */
@InstanceTest
class RecordPagesTest {

  @Autowired Records records;
  @LocalServerPort int port;

  private SyncSetup setup;

  @BeforeEach
  void setUp() {
    setup = new SyncSetup(records);
  }

  @Test
  void showsARecordWithWhatBelongsToIt() {
    TableRecord definition = setup.definition();

    String page =
        admin().getPage(RecordAddress.of("ih_sync_definition", definition.sysId())).body();

    assertThat(page)
        .contains(definition.get("name"), "Update", "Delete", "Additional actions")
        .containsSubsequence(
            "aria-label=\"Process Events\"",
            "aria-label=\"Remote Systems\"",
            "aria-label=\"Capture Definitions\"",
            "aria-label=\"Outbound Flows\"",
            "aria-label=\"Inbound Flows\"");
  }

  @Test
  void beginsANewRecordWithWhatTheAddressSays() {
    TableRecord definition = setup.definition();

    String page =
        admin()
            .getPage(
                RecordAddress.ofNew(
                    "ih_sync_process_event",
                    Map.of("definition", definition.sysId(), "name", "A&B <c>"),
                    "/console/record/ih_sync_definition/" + definition.sysId()))
            .body();

    assertThat(page)
        .contains("Submit", definition.get("name"), "\"name\":\"A&B \\u003cc>\"")
        .contains("\"from\":\"/console/record/ih_sync_definition/" + definition.sysId() + "\"");
  }

  @Test
  void letsNoValueEndTheScriptThatItStandsIn() {
    TableRecord definition =
        records.insert(
            Actor.system(),
            "ih_sync_definition",
            Map.of("name", setup.unique("</script><script>alert(1)</script>")));

    String page =
        admin().getPage(RecordAddress.of("ih_sync_definition", definition.sysId())).body();

    assertThat(page).doesNotContain("<script>alert").contains("\\u003c/script>");
  }

  @Test
  void returnsToPagesOfTheConsoleOnly() {
    String elsewhere = "/console/record/incident/new?from=https%3A%2F%2Felsewhere.example%2F";

    assertThat(admin().getPage(elsewhere).body()).contains("\"from\":\"\"");
    assertThat(WayBack.of("/console/list/incident?sysparm_query=active=true")).isNotEmpty();
    assertThat(WayBack.of("//elsewhere.example/console")).isEmpty();
    assertThat(WayBack.of("/console\\@elsewhere.example")).isEmpty();
    assertThat(WayBack.of("/consolation")).isEmpty();
    assertThat(WayBack.of("/console/../logout")).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchRecord() {
    HttpResponse<String> page = admin().getPage(RecordAddress.of("incident", SysId.next()));

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no such page", "To the home page");
  }

  @Test
  void saysWhichFieldOfAnAddressThereIsNot() {
    HttpResponse<String> page = admin().getPage("/console/record/incident/new?colour=red");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("colour");
  }

  @Test
  void refusesWhatTheUsersRolesDoNotReach() {
    Browser agent = loggedIn("agent", Role.ITIL);
    TableRecord definition = setup.definition();

    HttpResponse<String> page =
        agent.getPage(RecordAddress.of("ih_sync_definition", definition.sysId()));

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("ih_process_sync").doesNotContain(definition.get("name"));
    assertThat(agent.getPage("/console/record/sys_user/new").statusCode()).isEqualTo(403);
  }

  @Test
  void givesNoButtonsToWhoMayOnlyRead() {
    Browser agent = loggedIn("reader", Role.ITIL);
    TableRecord user = setup.user("read.only");

    String page = agent.getPage(RecordAddress.of("sys_user", user.sysId())).body();

    assertThat(page)
        .contains("You may read this record, not change it.", "\"write\":false")
        .doesNotContain("Update", "Set Password", "Edit…");
    assertThat(agent.getPage(RecordAddress.of("sys_user", user.sysId()) + "/roles").statusCode())
        .isEqualTo(403);
  }

  @Test
  void neverShowsASecret() {
    TableRecord alias = setup.alias("http://localhost:1/");
    TableRecord connection =
        records
            .findBy(Actor.system(), "http_connection", Map.of("connection_alias", alias.sysId()))
            .get(0);

    String page =
        admin()
            .getPage(RecordAddress.of("basic_auth_credentials", connection.get("credential")))
            .body();

    assertThat(page).contains("\"password\":\"\"").doesNotContain(SyncSetup.PASSWORD);
  }

  @Test
  void asksForTheTypeOfCredentialsFirst() {
    assertThat(admin().getPage("/console/record/basic_auth_credentials/new").body())
        .contains(
            "What type of credentials would you like to create?",
            "Basic Auth Credentials",
            "credential_type=basic")
        .doesNotContain("record-data");
  }

  private Browser admin() {
    Browser browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);
    return browser;
  }

  private Browser loggedIn(String login, String role) {
    TableRecord user = setup.user(login, role);
    Browser browser = new Browser(port);
    browser.logIn(user.get("user_name"), SyncSetup.PASSWORD);
    return browser;
  }
}
