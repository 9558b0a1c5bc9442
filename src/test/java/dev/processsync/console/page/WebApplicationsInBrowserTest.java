package dev.processsync.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.processsync.InstanceTest;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Camunda's web applications, opened as anybody does: a script that may not run fails the test. */
@InstanceTest
@BrowserTest
class WebApplicationsInBrowserTest {

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void aPageThatIsLoadedAgainWorksAsBefore(String application, People people) {
    Page page = people.at(port).logsIn().page();
    page.navigate("/camunda/app/" + application + "/default/");
    assertThat(page.getByText("System Administrator").first()).isVisible();

    for (int i = 0; i < 3; i++) {
      page.reload();
      assertThat(page.getByText("System Administrator").first()).isVisible();
    }
    page.navigate("/console");
    page.goBack();
    assertThat(page.getByText("System Administrator").first()).isVisible();
  }
}
