package dev.processsync.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.processsync.InstanceTest;
import dev.processsync.StartedInstance;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.dictionary.SysId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Cookies know no ports: who works on two instances of one host has all of them in one browser. */
@BrowserTest
class TwoInstancesInOneBrowserTest {

  @Test
  void nobodyIsLoggedOutByTheOtherInstance(People people) {
    // Both have the default name; they differ in nothing but the port.
    try (StartedInstance one = instance();
        StartedInstance other = instance()) {
      Person person = people.at(one.admin().url()).logsIn();
      Page otherTab = person.page().context().newPage();
      logsIn(otherTab, other.admin().url());

      for (int round = 0; round < 2; round++) {
        worksOn(person.page(), one.admin().url());
        worksOn(otherTab, other.admin().url());
      }

      assertThat(
              person.page().context().cookies().stream()
                  .map(cookie -> cookie.name)
                  .filter(name -> name.startsWith("SESSION-")))
          .doesNotHaveDuplicates()
          .hasSize(2);
      otherTab.navigate(other.admin().url() + "/console");
      otherTab.getByLabel("Log out").click();
      assertThat(otherTab).hasURL(Pattern.compile(".*/login\\?logout"));
      worksOn(person.page(), one.admin().url());
    }
  }

  private static void worksOn(Page page, String url) {
    page.navigate(url + "/console/record/incident/new");
    page.getByLabel("Short description").fill("On " + url);
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page).hasURL(Pattern.compile(".*/[0-9a-f]{32}(\\?.*)?"));
    assertThat(page.url()).startsWith(url);
    page.navigate(url + "/camunda/app/cockpit/default/#/processes");
    assertThat(page.getByText("process definitions deployed")).isVisible();
    // What Tasklist's own token is needed for, in the page and after it is loaded again.
    String tasklist = url + "/camunda/app/tasklist/default/";
    assertThat(tasks(page, () -> page.navigate(tasklist)).status()).isEqualTo(200);
    assertThat(tasks(page, page::reload).status()).isEqualTo(200);
  }

  private static Response tasks(Page page, Runnable loads) {
    return page.waitForResponse(
        Pattern.compile(".*/camunda/api/engine/engine/[^/]+/task\\?.*|.*/filter/.*"), loads);
  }

  private static void logsIn(Page page, String url) {
    page.navigate(url + "/login");
    page.getByLabel("User ID").fill("admin");
    page.getByLabel("Password").fill(InstanceTest.ADMIN_PASSWORD);
    page.getByText("Log in", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL(Pattern.compile(Pattern.quote(url) + "/(console)?(\\?.*)?"));
  }

  private static StartedInstance instance() {
    return StartedInstance.with(
        "--camunda.bpm.process-engine-name=browsed-" + SysId.next(),
        "--spring.datasource.url=jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
  }
}
