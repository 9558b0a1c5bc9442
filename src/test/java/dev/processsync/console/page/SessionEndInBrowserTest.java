package dev.processsync.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.InstanceTest;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.FlowDesigner;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.dictionary.SysId;
import dev.processsync.identity.Role;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session that ends on the server while somebody works takes nothing with it. */
@InstanceTest
@BrowserTest
class SessionEndInBrowserTest {

  private static final Actor SYSTEM = Actor.system();
  private static final String PASSWORD = "long enough 1";
  private static final Pattern A_RECORD = Pattern.compile(".*/[0-9a-f]{32}(\\?.*)?");

  @Autowired Records records;
  @LocalServerPort int port;

  private final String login = "typing." + SysId.next();
  private String user = "";

  @BeforeEach
  void somebody() {
    user = user(login);
  }

  @Test
  void whatWasTypedIsSavedAfterAnotherLogin(People people) {
    Person person = people.at(port).logsIn(login, PASSWORD).opens("/console/record/incident/new");
    Page page = person.page();
    person.fills("Short description", "Typed for an hour");
    sessionEnds();

    person.presses("Save");
    Locator dialog = dialog(page, "Log in again");
    assertThat(dialog.getByLabel("User ID")).hasValue(login);
    dialog.getByLabel("Password").fill("not the password");
    dialog.getByLabel("Password").press("Enter");
    assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("The password is wrong");
    dialog.getByLabel("Password").fill(PASSWORD);
    dialog.getByLabel("Password").press("Enter");

    assertThat(page).hasURL(A_RECORD);
    assertThat(page.getByLabel("Short description")).hasValue("Typed for an hour");
    person.fills("Short description", "And goes on").presses("Save");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Incident saved");
  }

  @Test
  void whoLogsInLaterLosesNothingEither(People people) {
    Person person = people.at(port).logsIn(login, PASSWORD).opens("/console/record/incident/new");
    Page page = person.page();
    person.fills("Short description", "Typed for an hour");
    page.context().clearCookies();

    person.presses("Save");
    dialog(page, "Log in again")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Not now"))
        .click();

    assertThat(page.getByText("nothing was saved")).isVisible();
    assertThat(page.getByLabel("Short description")).hasValue("Typed for an hour");
    person.presses("Save");
    logsInAgain(page, "Log in again");
    assertThat(page).hasURL(A_RECORD);
  }

  @Test
  void nothingIsSavedAsSomebodyElse(People people) {
    String other = "other." + SysId.next();
    user(other);
    Person person = people.at(port).logsIn(login, PASSWORD).opens("/console/record/incident/new");
    Page page = person.page();
    String text = "Typed by " + login;
    person.fills("Short description", text);
    Page otherTab = page.context().newPage();
    otherTab.navigate("/login");
    otherTab.getByLabel("User ID").fill(other);
    otherTab.getByLabel("Password").fill(PASSWORD);
    otherTab.getByRole(AriaRole.BUTTON).click();
    otherTab.waitForURL(Pattern.compile(".*/(console)?(\\?.*)?"));

    person.presses("Save");
    assertThat(dialog(page, "Somebody else is logged in")).containsText(other + " is logged in");
    assertThat(records.findBy(SYSTEM, "incident", Map.of("short_description", text))).isEmpty();
    logsInAgain(page, "Somebody else is logged in");

    assertThat(page).hasURL(A_RECORD);
    assertThat(records.findBy(SYSTEM, "incident", Map.of("short_description", text)))
        .singleElement()
        .satisfies(saved -> assertThat(saved.get("sys_created_by")).isEqualTo(login));
  }

  @Test
  void aPageThatIsTooOldIsRenewedWithoutAWord(People people) {
    Person person = people.at(port).logsIn(login, PASSWORD).opens("/console/record/incident/new");
    Page page = person.page();
    person.fills("Short description", "Typed before");
    sessionEnds();
    Page otherTab = page.context().newPage();
    otherTab.navigate("/login");
    otherTab.getByLabel("User ID").fill(login);
    otherTab.getByLabel("Password").fill(PASSWORD);
    otherTab.getByRole(AriaRole.BUTTON).click();
    otherTab.waitForURL(Pattern.compile(".*/(console)?(\\?.*)?"));

    person.presses("Save");

    assertThat(page).hasURL(A_RECORD);
    assertThat(page.getByLabel("Short description")).hasValue("Typed before");
  }

  @Test
  void aDraftIsSavedAfterAnotherLogin(People people) {
    Person person =
        people
            .at(port)
            .logsIn(login, PASSWORD)
            .opens("/console/subflows/inbound-flow-template-basic");
    Page page = person.page();
    FlowDesigner designer = new FlowDesigner(page);
    String key = "interrupted-" + SysId.next();
    assertThat(page.locator("#designer")).hasAttribute("data-ready", "true");
    designer.choose("Copy subflow");
    person.fills("Key", key).presses("Copy");
    page.waitForURL("**/" + key);
    assertThat(page.locator("#designer")).hasAttribute("data-ready", "true");
    sessionEnds();

    designer.shape("ServiceTask_CreateIncidentRecord").click();
    page.keyboard().press("Delete");
    logsInAgain(page, "Log in again");

    assertThat(page.locator("#draft-state")).hasText(Pattern.compile("\\s*Saved"));
  }

  /** The same password again is another one to the engine. */
  private void sessionEnds() {
    records.update(SYSTEM, "sys_user", user, Map.of("user_password", PASSWORD));
  }

  private static void logsInAgain(Page page, String title) {
    Locator password = dialog(page, title).getByLabel("Password");
    password.fill(PASSWORD);
    password.press("Enter");
    assertThat(dialog(page, title)).hasCount(0);
  }

  private static Locator dialog(Page page, String title) {
    return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
  }

  private String user(String name) {
    String id =
        records
            .insert(SYSTEM, "sys_user", Map.of("user_name", name, "user_password", PASSWORD))
            .sysId();
    String role =
        records.findBy(SYSTEM, "sys_user_role", Map.of("name", Role.ADMIN)).get(0).sysId();
    records.insert(SYSTEM, "sys_user_has_role", Map.of("user", id, "role", role));
    return id;
  }
}
