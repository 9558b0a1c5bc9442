package dev.processsync.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.InstanceTest;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.identity.Role;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is around every page, as people meet it. */
@InstanceTest
@BrowserTest
class ShellInBrowserTest {

  private static final String PASSWORD = "long enough 1";

  @Autowired Records records;
  @LocalServerPort int port;

  @Test
  void leadsFromTheLoginToTheHomePage(People people) {
    Person admin = people.at(port).logsIn();

    assertThat(admin.page()).hasURL("http://localhost:" + port + "/console");
    assertThat(admin.heading()).isVisible();
  }

  @Test
  void saysThatALoginIsWrongWithoutSayingWhatOfIt(People people) {
    Person stranger = people.at(port).opens("/login");

    stranger.fills("User ID", "nobody.here").fills("Password", "wrong password");
    stranger.presses("Log in");

    assertThat(stranger.page().getByRole(AriaRole.ALERT))
        .hasText("User name or password is wrong, or the user is not active.");
  }

  @Test
  void endsTheSessionOfCockpitTooWhenSomebodyLogsOut(People people) {
    Person admin = people.at(port).logsIn();
    assertThat(statusOf(admin, "/camunda/api/admin/auth/user/default")).isEqualTo(200);

    admin.opens("/console").presses("Log out");

    assertThat(admin.page().getByRole(AriaRole.STATUS))
        .hasText("You are logged out, of Cockpit and Tasklist too.");
    assertThat(statusOf(admin, "/camunda/api/admin/auth/user/default")).isEqualTo(401);
    admin.opens("/console");
    assertThat(admin.page()).hasTitle(Pattern.compile("Log in.*"));
  }

  @Test
  void findsALineOfTheNavigationByAPartOfItsName(People people) {
    Person admin = people.at(port).logsIn();
    Page page = admin.page();

    page.getByLabel("Filter navigation").fill("remote errors");

    assertThat(link(page, "Remote Systems - With Errors")).isVisible();
    assertThat(link(page, "Process Sync Definitions")).isHidden();
    page.getByLabel("Filter navigation").fill("nothing has this name");
    assertThat(page.getByText("Nothing in the navigation has this name.")).isVisible();
    page.getByLabel("Filter navigation").press("Escape");
    assertThat(link(page, "Process Sync Definitions")).isVisible();
  }

  @Test
  void showsEachUserOnlyWhatTheRolesAllow(People people) {
    user("shell.agent", Role.ITIL);

    Page page = people.at(port).logsIn("shell.agent", PASSWORD).page();

    assertThat(link(page, "Incidents")).isVisible();
    assertThat(link(page, "Tasklist")).isVisible();
    assertThat(link(page, "Process Sync Definitions")).hasCount(0);
    assertThat(link(page, "Subflows")).hasCount(0);
    assertThat(link(page, "Properties")).hasCount(0);
  }

  @Test
  void keepsMereApiUsersOut(People people) {
    user("shell.api", Role.PROCESS_SYNC_API, Role.EXTERNAL);
    Person api = people.at(port).opens("/login");

    api.fills("User ID", "shell.api").fills("Password", PASSWORD).presses("Log in");
    api.page().waitForURL(url -> !url.endsWith("/login"));
    Response answer = api.page().navigate("/console");

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void canBeUsedByKeyboardFromTheFirstKeyOn(People people) {
    Page page = people.at(port).logsIn().page();

    page.keyboard().press("Tab");
    assertThat(page.locator(":focus")).hasText("Skip to content");
    page.keyboard().press("Enter");
    assertThat(page.locator(":focus")).hasAttribute("id", "main");
  }

  @Test
  void fitsAPhoneAndOpensTheNavigationThere(People people) {
    Person admin = people.at(port).logsIn().atWidth(360).opens("/console");

    assertThat(admin.hasToScrollSideways()).isFalse();
    assertThat(link(admin.page(), "Process Sync Definitions")).not().isInViewport();
    admin.presses("Navigation");
    assertThat(admin.page().getByLabel("Filter navigation")).isFocused();
    admin.page().keyboard().press("Escape");
    assertThat(admin.page().getByRole(AriaRole.BUTTON, named("Navigation"))).isFocused();
  }

  @Test
  void remembersWhichColoursSomebodyChose(People people) {
    Person admin = people.at(port).logsIn();
    Locator root = admin.page().locator("html");

    admin.page().locator("#theme").click();
    admin.page().locator("#theme").click();

    assertThat(root).hasAttribute("data-theme", "dark");
    admin.opens("/console");
    assertThat(root).hasAttribute("data-theme", "dark");
  }

  @Test
  void isReadableForEverybodyInLightAndDark(People people) {
    Person admin = people.at(port).opens("/login");
    assertThat(admin.seriousViolations()).isEmpty();

    admin.logsIn();
    assertThat(admin.seriousViolations()).isEmpty();

    admin.inTheDark();
    assertThat(admin.seriousViolations()).isEmpty();
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.NAVIGATION)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static int statusOf(Person person, String path) {
    return person.page().request().get(path).status();
  }

  private void user(String userName, String... roles) {
    Actor system = Actor.system();
    if (!records.findBy(system, "sys_user", Map.of("user_name", userName)).isEmpty()) {
      return;
    }
    String user =
        records
            .insert(
                system,
                "sys_user",
                Map.of("user_name", userName, "first_name", userName, "user_password", PASSWORD))
            .sysId();
    for (String role : roles) {
      records.insert(system, "sys_user_has_role", Map.of("user", user, "role", roleId(role)));
    }
  }

  private String roleId(String role) {
    return records.findBy(Actor.system(), "sys_user_role", Map.of("name", role)).get(0).sysId();
  }
}
