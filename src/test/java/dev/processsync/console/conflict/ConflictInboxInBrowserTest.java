package dev.processsync.console.conflict;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deciding about conflicts, as people do it with the mouse, the keyboard or a phone. */
@InstanceTest
@BrowserTest
class ConflictInboxInBrowserTest {

  private static final Path PICTURES = Path.of("target/browser");

  @Autowired private Records records;
  @LocalServerPort private int port;

  private SyncSetup setup;
  private TableRecord vendor;
  private TableRecord incident;

  @BeforeEach
  void conflictsOfAnIncident() {
    setup = new SyncSetup(records);
    vendor = setup.activeRemoteSystem();
    incident =
        setup.insert(
            "incident",
            Map.of("short_description", "A laptop", "description", "Ours", "urgency", "1"));
    conflict("description", "As it began", "Ours", "Theirs");
    conflict("urgency", "3", "1", "2");
  }

  private void conflict(String field, String base, String ours, String theirs) {
    setup.insert(
        "ih_sync_conflict",
        Map.ofEntries(
            Map.entry("remote_system", vendor.sysId()),
            Map.entry("local_table", "incident"),
            Map.entry("local_record", incident.sysId()),
            Map.entry("field", field),
            Map.entry("base_value", base),
            Map.entry("local_value", ours),
            Map.entry("remote_value", theirs),
            Map.entry("local_changed_by", "abel.tuter"),
            Map.entry("local_changed_on", "2026-01-01 12:00:00"),
            Map.entry("remote_changed_by", "fred.luddy"),
            Map.entry("remote_changed_on", "2026-01-01 12:01:00"),
            Map.entry("policy", "ask"),
            Map.entry("outcome", "open"),
            Map.entry("state", "open")));
  }

  @Test
  void theFormOfARecordLeadsToItsConflictsAndEachIsDecided(People people) {
    Person admin = people.at(port).logsIn().opens("/console/record/incident/" + incident.sysId());
    admin.follows("2 conflicts");
    Locator description = field(admin, "Description");
    assertThat(description).containsText("As it began");
    assertThat(description).containsText("Ours");
    assertThat(description).containsText("Theirs");
    assertThat(description).containsText("fred.luddy");
    assertThat(field(admin, "Urgency")).containsText("2 - Medium");

    description.getByLabel("Another value: Description").check();
    description.getByLabel("Another value of Description").fill("Of both");
    admin.presses("Decide what is chosen");

    assertThat(admin.page().getByText("1 conflict is decided.")).isVisible();
    assertThat(field(admin, "Description")).hasCount(0);
    assertThat(field(admin, "Urgency")).isVisible();
    assertThat(now().get("description")).isEqualTo("Of both");

    field(admin, "Urgency").getByLabel("Take theirs: Urgency").focus();
    admin.page().keyboard().press("Space");
    admin.page().keyboard().press("Enter");

    assertThat(admin.page().getByText("No conflict of this record waits for you")).isVisible();
    assertThat(now().get("urgency")).isEqualTo("2");
    assertThat(now().get("sys_updated_by")).isEqualTo("admin");
  }

  @Test
  void allOfARecordIsDecidedAtOnceOrNothing(People people) {
    Person admin = people.at(port).logsIn().opens(inbox());
    admin.presses("Decide what is chosen");
    assertThat(admin.page().getByRole(AriaRole.ALERT).filter(with("Nothing was chosen")))
        .isVisible();
    assertThat(now().get("description")).isEqualTo("Ours");

    admin.presses("Take all of theirs");

    assertThat(admin.page().getByText("2 conflicts are decided.")).isVisible();
    assertThat(now().get("description")).isEqualTo("Theirs");
    assertThat(now().get("urgency")).isEqualTo("2");
  }

  @Test
  void ifOneCanNotBeDecidedNoneIs(People people) {
    Person admin = people.at(port).logsIn().opens(inbox());
    TableRecord urgency =
        records
            .findBy(
                Actor.system(),
                "ih_sync_conflict",
                Map.of("local_record", incident.sysId(), "field", "urgency"))
            .get(0);
    records.update(
        Actor.system(), "ih_sync_conflict", urgency.sysId(), Map.of("state", "resolved"));

    admin.presses("Take all of theirs");

    assertThat(admin.page().getByText("This conflict is resolved")).isVisible();
    assertThat(now().get("description")).isEqualTo("Ours");
  }

  @Test
  void isReadableOnAPhoneAndInTheDark(People people) {
    Person admin = people.at(port).logsIn().opens(inbox());
    admin.picture(PICTURES.resolve("conflicts.png"));
    assertThat(admin.seriousViolations()).isEmpty();
    admin.inTheDark();
    assertThat(admin.seriousViolations()).isEmpty();
    admin.inTheLight();
    assertThat(admin.atWidth(360).hasToScrollSideways()).isFalse();
    admin.picture(PICTURES.resolve("conflicts-phone.png"));
  }

  @Test
  void whoMayNotDecideSeesNeitherBadgeNorInbox(People people) {
    String login = setup.user("agent", "itil").get("user_name");
    Person agent = people.at(port).logsIn(login, SyncSetup.PASSWORD);
    agent.opens("/console/record/incident/" + incident.sysId());
    agent.formIsReady();
    assertThat(agent.page().getByText("2 conflicts")).hasCount(0);

    agent.opens(inbox());

    assertThat(agent.page().getByText("may not decide about conflicts")).isVisible();
  }

  private String inbox() {
    return "/console/conflicts?record=" + incident.sysId();
  }

  private TableRecord now() {
    return records.get(Actor.system(), "incident", incident.sysId());
  }

  private static Locator field(Person person, String label) {
    return person
        .page()
        .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
