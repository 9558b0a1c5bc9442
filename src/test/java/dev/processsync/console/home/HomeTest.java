package dev.processsync.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What the first page says to whom, from the first start on: an instance of its own. */
@InstanceTest
@TestPropertySource(properties = "process-sync.instance.name=first-page")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomeTest {

  @Autowired private Records records;
  @LocalServerPort private int port;

  private SyncSetup setup;

  @BeforeEach
  void people() {
    setup = new SyncSetup(records);
  }

  @Test
  @Order(1)
  void beginsWithTheTutorialsFirstStep() {
    assertThat(nextStep()).contains("Create the users of the integration");
  }

  @Test
  @Order(2)
  void goesOnWithWhatIsNotDoneYet() {
    setup.user("api", "ih_process_sync_api");
    assertThat(nextStep()).contains("Create the credentials");

    setup.alias("http://localhost:1/");
    assertThat(nextStep()).contains("Create a Process Sync Definition");

    setup.event(setup.definition(), "Request Hardware");
    assertThat(nextStep()).contains("Add the remote system");
  }

  @Test
  @Order(3)
  void saysNoMoreAboutItWhenSomethingCanBeSent() {
    TableRecord vendor = setup.activeRemoteSystem();
    TableRecord event =
        setup.insert(
            "ih_sync_process_event",
            Map.of("definition", vendor.get("definition"), "name", "Request Hardware"));
    assertThat(nextStep()).contains("Say what is sent");

    setup.outboundFlow(event, vendor, "outbound-flow-template-basic");

    assertThat(admin().getPage("/console").body())
        .doesNotContain("Set up your first process sync")
        .contains(vendor.get("name"), "Outbound Active");
  }

  @Test
  @Order(4)
  void showsAgentsTheirIncidentsAndThoseThatTheirGroupsHaveToTake() {
    TableRecord agent = setup.user("agent", "itil");
    TableRecord group = setup.insert("sys_user_group", Map.of("name", setup.unique("Desk")));
    setup.insert("sys_user_grmember", Map.of("user", agent.sysId(), "group", group.sysId()));
    incident("Mine", Map.of("assigned_to", agent.sysId()));
    incident("Ours", Map.of("assignment_group", group.sysId()));
    incident("Not ours", Map.of());
    incident("Closed", Map.of("assigned_to", agent.sysId(), "state", "7"));

    String page = as(agent).getPage("/console").body();

    assertThat(page)
        .contains("Mine", "Ours", "Create incident", "/console/record/incident/new")
        .doesNotContain("Not ours", "Closed", "Remote systems", "Queue entries in error");
  }

  @Test
  @Order(5)
  void tellsThoseWhoHaveNoWorkWhatToDo() {
    assertThat(as(setup.user("agent", "itil")).getPage("/console").body())
        .contains("Nothing is assigned to you.", "All open incidents");
    assertThat(as(setup.user("external", "itil", "snc_external")).getPage("/console").body())
        .contains("All open incidents");
    assertThat(as(setup.user("nobody")).getPage("/console").body())
        .contains("Records that you open show here.")
        .doesNotContain("Create incident");
  }

  private String nextStep() {
    String page = admin().getPage("/console").body();
    int from = page.indexOf("Next step:");
    return page.substring(from, page.indexOf("</p>", from));
  }

  private void incident(String description, Map<String, String> values) {
    TableRecord incident = setup.insert("incident", values);
    records.update(
        Actor.system(), "incident", incident.sysId(), Map.of("short_description", description));
  }

  private Browser admin() {
    Browser browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);
    return browser;
  }

  private Browser as(TableRecord user) {
    Browser browser = new Browser(port);
    browser.logIn(user.get("user_name"), SyncSetup.PASSWORD);
    return browser;
  }
}
