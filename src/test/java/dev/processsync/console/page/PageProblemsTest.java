package dev.processsync.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people read when a page can't be shown. */
@InstanceTest
class PageProblemsTest {

  @LocalServerPort int port;

  private Browser browser;

  @BeforeEach
  void logIn() {
    browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);
  }

  @Test
  void saysThatThereIsNothingAtAnAddress() {
    HttpResponse<String> page = browser.getPage("/console/nothing/here");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("There is nothing at the address /console/nothing/here.", "To the home page");
  }

  @Test
  void saysThatThereIsNoSuchTable() {
    HttpResponse<String> page = browser.getPage("/console/list/no_such_table");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no such page", "no_such_table");
  }

  @Test
  void saysWhatIsWrongWithAQuery() {
    HttpResponse<String> page = browser.getPage("/console/list/incident?sysparm_query=nofield=1");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("nofield").doesNotContain("Exception");
  }

  @Test
  void writesWhatSomebodyPutIntoAnAddressAsText() {
    HttpResponse<String> page =
        browser.getPage("/console/list/incident?sysparm_query=%3Cscript%3Ealert(1)%3C/script%3E");

    assertThat(page.body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
  }
}
