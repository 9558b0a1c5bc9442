package dev.processsync.console.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.console.page.RecordAddress;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Role;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a record, as people fill it in. */
@InstanceTest
@BrowserTest
class FormsInBrowserTest {

  private static final Pattern A_RECORD = Pattern.compile(".*/[0-9a-f]{32}(\\?.*)?");

  @Autowired Records records;
  @LocalServerPort int port;

  private SyncSetup setup;

  @BeforeEach
  void setUp() {
    setup = new SyncSetup(records);
  }

  @Test
  void saysAtTheFieldWhatIsMissingAndCreatesTheRecordOnceItIsThere(People people) {
    Person admin = people.at(port).logsIn().opens("/console/record/ih_sync_definition/new");
    Page page = admin.page();

    admin.presses("Submit");
    assertThat(field(page, "Name")).isFocused();
    assertThat(field(page, "Name")).hasAttribute("aria-invalid", "true");
    assertThat(page.getByText("Field is required.")).isVisible();

    String name = setup.unique("Hardware Request Process");
    admin.fills("Name", name).presses("Submit");

    assertThat(page).hasURL(Pattern.compile(".*/console/list/ih_sync_definition"));
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Process Sync Definition created");
    assertThat(page.getByText(name)).isVisible();
  }

  @Test
  void showsWhatTheServerRefusesAtItsFieldAndLosesNothing(People people) {
    Person admin = people.at(port).logsIn().opens("/console/record/sc_req_item/new");
    Page page = admin.page();

    admin.fills("Short description", "Two screens").fills("Quantity", "many").presses("Submit");

    assertThat(field(page, "Quantity")).isFocused();
    assertThat(field(page, "Quantity")).hasAttribute("aria-invalid", "true");
    assertThat(page.getByText("must be a whole number")).isVisible();
    assertThat(field(page, "Short description")).hasValue("Two screens");
    admin.fills("Quantity", "2").presses("Save");
    assertThat(page).hasURL(A_RECORD);
    assertThat(field(page, "Quantity")).hasValue("2");
  }

  @Test
  void saysARefusalAtACheckboxTooAndAboveTheFormIfItsFieldIsNotShown(People people) {
    TableRecord user = setup.user("refused");
    Person admin = people.at(port).logsIn().opens(RecordAddress.of("sys_user", user.sysId()));
    Page page = admin.page();
    isRefused(page, "active", "Somebody has to stay.");
    admin.fills("First name", "Another").presses("Save");

    assertThat(field(page, "Active")).isFocused();
    assertThat(field(page, "Active")).hasAttribute("aria-invalid", "true");
    assertThat(page.getByText("Somebody has to stay.")).isVisible();
    field(page, "Active").setChecked(!field(page, "Active").isChecked());
    assertThat(field(page, "Active")).hasAttribute("aria-invalid", "false");
    assertThat(page.getByText("Somebody has to stay.")).hasCount(0);

    isRefused(page, "sys_class_name", "It is of another class.");
    admin.presses("Save");
    assertThat(page.locator("#record-problem")).containsText("It is of another class.");
  }

  @Test
  void takesTheFirstSuggestionByEnterAndNoneByEscape(People people) {
    Person admin = people.at(port).logsIn().opens("/console/record/incident/new");
    Page page = admin.page();
    Locator group = field(page, "Assignment group");

    group.pressSequentially("hardw");
    assertThat(suggestions(page, "Assignment group").getByText("Hardware")).isVisible();
    group.press("Escape");
    assertThat(suggestions(page, "Assignment group")).not().isVisible();
    assertThat(group).hasValue("hardw");
    group.press("ArrowDown");
    assertThat(suggestions(page, "Assignment group").getByText("Hardware")).isVisible();
    assertThat(group).hasAttribute("aria-expanded", "true");
    group.press("Enter");

    assertThat(group).hasValue("Hardware");
    assertThat(group).hasAttribute("aria-expanded", "false");
  }

  @Test
  void findsARecordByPartOfItsNameWithTheKeyboardAlone(People people) {
    Person admin = people.at(port).logsIn().opens("/console/record/incident/new");
    Page page = admin.page();

    Locator group = field(page, "Assignment group");
    group.pressSequentially("hardw");
    assertThat(suggestions(page, "Assignment group").getByText("Hardware")).isVisible();
    group.press("ArrowDown");
    group.press("Enter");
    assertThat(group).hasValue("Hardware");

    admin.fills("Short description", "The screen is dark").presses("Save");
    assertThat(page).hasURL(A_RECORD);
    assertThat(field(page, "Assignment group")).hasValue("Hardware");
    assertThat(of(page, "Assignment group").getByLabel("Open record")).isVisible();
  }

  @Test
  void looksARecordUpInTheList(People people) {
    TableRecord alias = setup.alias("http://localhost:1/");
    Person admin = people.at(port).logsIn().opens("/console/record/ih_sync_remote_system/new");
    Page page = admin.page();

    of(page, "Connection Alias").getByLabel("Lookup using list").click();
    Locator list = page.getByRole(AriaRole.DIALOG);
    list.getByLabel("Search").fill(alias.get("id"));
    list.getByRole(AriaRole.BUTTON, exactly(alias.get("id"))).click();

    assertThat(field(page, "Connection Alias")).hasValue(alias.get("id"));
    assertThat(list).hasCount(0);
  }

  @Test
  void refusesANameThatNothingHas(People people) {
    Person admin = people.at(port).logsIn().opens("/console/record/incident/new");

    admin.fills("Assignment group", "No such group").presses("Submit");

    assertThat(admin.page().getByText("Nothing is called “No such group”")).isVisible();
    assertThat(field(admin.page(), "Assignment group")).isFocused();
  }

  @Test
  void choosesTheFieldsThatAreCaptured(People people) {
    TableRecord definition = setup.definition();
    TableRecord event = setup.event(definition, "Request Hardware");
    Person admin =
        people
            .at(port)
            .logsIn()
            .opens(
                RecordAddress.ofNew(
                    "ih_sync_capture_definition",
                    Map.of("definition", definition.sysId(), "process_event", event.sysId()),
                    ""));
    Page page = admin.page();

    admin.fills("Source Table Name", "Incident [incident]");
    field(page, "Order").focus();
    // Files do not travel yet, so nobody is asked whether they shall.
    assertThat(field(page, "Include attachments")).hasCount(0);
    field(page, "Available").selectOption(new String[] {"number", "short_description", "state"});
    admin.presses("Add item");
    field(page, "Selected").selectOption("state");
    admin.presses("Remove item");
    field(page, "Selected").selectOption("short_description");
    admin.presses("Move up");

    assertThat(field(page, "Selected").locator("option"))
        .hasText(new String[] {"Sys ID (always included)", "Short description", "Number"});
    admin.presses("Save");
    assertThat(page).hasURL(A_RECORD);
    assertThat(stored("ih_sync_capture_definition", page).get("fields"))
        .isEqualTo("sys_id,short_description,number");
  }

  @Test
  void letsWhoWasSlowerDecideAboutBothChanges(People people) {
    TableRecord incident = incident("Screen");
    Person ann = people.at(port).logsIn().opens(RecordAddress.of("incident", incident.sysId()));
    Page page = ann.page();
    ann.fills("Short description", "Mine");
    records.update(
        Actor.system(),
        "incident",
        incident.sysId(),
        Map.of("short_description", "Theirs", "description", "More of theirs"));

    ann.presses("Save");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("Somebody else changed this record");
    assertThat(dialog.getByRole(AriaRole.ROW))
        .hasText(
            new Pattern[] {
              Pattern.compile("Field.*"),
              Pattern.compile("Short description\\s*Theirs\\s*Mine"),
              Pattern.compile("Description\\s*More of theirs\\s*not changed by you")
            });
    ann.presses("Keep mine and save over it");

    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Incident saved");
    TableRecord saved = stored("incident", page);
    assertThat(saved.get("short_description")).isEqualTo("Mine");
    assertThat(saved.get("description")).isEqualTo("More of theirs");
  }

  @Test
  void asksBeforeAPageWithUnsavedChangesIsLeft(People people) {
    TableRecord incident = incident("Keyboard");
    Person admin = people.at(port).logsIn().opens(RecordAddress.of("incident", incident.sysId()));
    Page page = admin.page();
    admin.fills("Short description", "Keyboard and mouse");

    admin.follows("Problems");
    admin.presses("Stay on this page");
    assertThat(field(page, "Short description")).hasValue("Keyboard and mouse");
    admin.follows("Problems");
    admin.presses("Leave without saving");

    assertThat(page).hasURL(Pattern.compile(".*/console/list/problem"));
  }

  @Test
  void setsAPasswordThatTheUserThenLogsInWith(People people) {
    TableRecord user = setup.user("new.password");
    Person admin = people.at(port).logsIn().opens(RecordAddress.of("sys_user", user.sysId()));
    Page page = admin.page();

    admin.presses("Set Password");
    admin.fills("New password", "short").fills("Confirm password", "short");
    admin.presses("Save Password");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("at least 8 characters");
    admin.fills("New password", "a much longer one").fills("Confirm password", "another one");
    admin.presses("Save Password");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("The two passwords differ.");
    admin.fills("Confirm password", "a much longer one").presses("Save Password");
    assertThat(page.getByText("Password set")).isVisible();

    people.at(port).logsIn(user.get("user_name"), "a much longer one");
  }

  @Test
  void editsTheRolesOfAUser(People people) {
    TableRecord user = setup.user("roles");
    Person admin = people.at(port).logsIn().opens(RecordAddress.of("sys_user", user.sysId()));
    Page page = admin.page();

    region(page, "Roles").getByText("Edit…").click();
    admin.fills("Search Collection", "ih_process_sync_api");
    choose(page, "ih_process_sync_api");
    admin.fills("Search Collection", "snc");
    choose(page, "snc_external");
    assertThat(field(page, "Roles List").locator("option"))
        .hasText(new String[] {"ih_process_sync_api", "snc_external"});
    admin.presses("Save");

    assertThat(page).hasURL(A_RECORD);
    assertThat(page.getByText("Roles: 2 added, 0 removed")).isVisible();
    assertThat(region(page, "Roles").getByText("snc_external")).isVisible();
    region(page, "Roles").getByText("Edit…").click();
    field(page, "Roles List").selectOption("snc_external");
    admin.presses("Remove").presses("Save");
    assertThat(page.getByText("Roles: 0 added, 1 removed")).isVisible();
    assertThat(records.findBy(Actor.system(), "sys_user_has_role", Map.of("user", user.sysId())))
        .hasSize(1);
  }

  @Test
  void knowsTheSysIdOfARecordBeforeItIsSubmitted(People people) {
    Person admin = people.at(port).logsIn().opens("/console/record/ih_sync_definition/new");
    Page page = admin.page();
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    String name = setup.unique("Copied before");
    admin.fills("Name", name);

    admin.presses("Additional actions").presses("Copy sys_id");
    assertThat(page.getByText("sys_id copied")).isVisible();
    String sysId = (String) page.evaluate("navigator.clipboard.readText()");
    admin.presses("Submit");
    assertThat(page).hasURL(Pattern.compile(".*/console/list/.*"));

    assertThat(records.get(Actor.system(), "ih_sync_definition", sysId).get("name"))
        .isEqualTo(name);
  }

  @Test
  void showsEverythingToWhoMayOnlyReadAndNoButtonToChangeIt(People people) {
    TableRecord reader = setup.user("reader", Role.ITIL);
    Person agent =
        people
            .at(port)
            .logsIn(reader.get("user_name"), SyncSetup.PASSWORD)
            .opens(RecordAddress.of("sys_user", reader.sysId()));
    Page page = agent.page();

    assertThat(field(page, "User ID")).hasValue(reader.get("user_name"));
    assertThat(field(page, "User ID")).not().isEditable();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Update"))).hasCount(0);
    assertThat(page.getByRole(AriaRole.BUTTON, named("Set Password"))).hasCount(0);
  }

  @Test
  void saysWhyARemoteSystemCanNotBeActivated(People people) {
    TableRecord remote = setup.activeRemoteSystem();
    Person admin =
        people.at(port).logsIn().opens(RecordAddress.of("ih_sync_remote_system", remote.sysId()));
    Page page = admin.page();

    admin.presses("Validate and Activate Remote System");

    Locator outcome = region(page, "Related links");
    assertThat(outcome)
        .containsText(
            "The check that failed: reachability",
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    assertThat(outcome).containsText("Nothing was activated.");
    admin.fills("Description", "Still possible to save").presses("Save");
    assertThat(page.getByText("Remote System saved")).isVisible();
  }

  @Test
  void fitsAPhoneAndIsReadableForEverybodyInLightAndDark(People people) {
    TableRecord incident = incident("Small");
    Person admin = people.at(port).logsIn().opens(RecordAddress.of("incident", incident.sysId()));
    assertThat(field(admin.page(), "Short description")).isVisible();
    assertThat(admin.seriousViolations()).isEmpty();

    admin.inTheDark();
    assertThat(admin.seriousViolations()).isEmpty();

    admin.atWidth(360).opens("/console/record/ih_sync_capture_definition/new");
    admin.fills("Source Table Name", "Incident [incident]");
    field(admin.page(), "Order").focus();
    assertThat(field(admin.page(), "Available")).isVisible();
    assertThat(admin.hasToScrollSideways()).isFalse();
    assertThat(admin.seriousViolations()).isEmpty();
  }

  /** Whatever is sent next. */
  private static void isRefused(Page page, String field, String why) {
    page.route(
        "**/api/now/table/sys_user/*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(400)
                    .setContentType("application/json")
                    .setBody(
                        """
                        {"error":{"message":"Invalid","detail":"%s","field":"%s"},"status":"failure"}"""
                            .formatted(why, field))),
        new Page.RouteOptions().setTimes(1));
  }

  private TableRecord incident(String shortDescription) {
    return records.insert(
        Actor.system(), "incident", Map.of("short_description", shortDescription));
  }

  private TableRecord stored(String table, Page page) {
    String id = page.url().replaceFirst(".*/([0-9a-f]{32}).*", "$1");
    return records.get(Actor.system(), table, id);
  }

  private static void choose(Page page, String label) {
    field(page, "Collection").selectOption(new SelectOption().setLabel(label));
    page.getByRole(AriaRole.BUTTON, named("Add")).click();
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** What belongs to a field that has more than an input. */
  private static Locator of(Page page, String label) {
    return page.getByRole(AriaRole.GROUP, named(label + " field"));
  }

  private static Locator suggestions(Page page, String label) {
    return of(page, label).getByRole(AriaRole.LISTBOX);
  }

  private static Locator region(Page page, String name) {
    return page.getByRole(AriaRole.REGION, named(name)).first();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
