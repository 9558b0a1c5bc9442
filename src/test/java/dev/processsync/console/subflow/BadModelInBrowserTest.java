package dev.processsync.console.subflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.ApiClient;
import dev.processsync.InstanceTest;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.dictionary.SysId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A model that can't be read stands in the list with its problem, and can be deleted there. */
@InstanceTest
@BrowserTest
class BadModelInBrowserTest {

  private static final String SUBFLOWS = "/api/process-sync/v1/subflows";

  @Autowired private JdbcTemplate database;
  @LocalServerPort private int port;

  private final String key = "bad-" + SysId.next().substring(16);

  @Test
  void isFoundWithItsProblemAndDeleted(People people) {
    aPublishedModelThatNobodyCanRead();
    Person admin = people.at(port).logsIn().opens("/console/subflows");
    Page page = admin.page();
    assertThat(line(page, "inbound-flow-template-basic")).hasCount(1);
    assertThat(line(page, key)).containsText("not well-formed XML");

    line(page, key).getByRole(AriaRole.LINK).click();
    Locator problem = page.locator("#subflow-problem");
    assertThat(problem).containsText("Delete the subflow, or publish a model that can be read");
    assertThat(admin.seriousViolations()).isEmpty();
    admin.presses("Delete subflow");
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete subflow"))
        .click();

    page.waitForURL("**/console/subflows");
    assertThat(page.getByText("was deleted.")).isVisible();
    assertThat(line(page, key)).hasCount(0);
    assertThat(line(page, "inbound-flow-template-basic")).hasCount(1);
  }

  private static Locator line(Page page, String key) {
    return page.locator("#subflows tbody tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.getByText(key, new Page.GetByTextOptions().setExact(true)).last()));
  }

  /** As another version of the program, or somebody with the database, may have left it. */
  private void aPublishedModelThatNobodyCanRead() {
    ApiClient admin = ApiClient.admin(port);
    admin.post(SUBFLOWS + "/inbound-flow-template-basic/copy", "{\"key\":\"" + key + "\"}");
    assertThat(admin.post(SUBFLOWS + "/" + key + "/publish", "").status()).isEqualTo(200);
    database.update(
        "update act_ge_bytearray set bytes_ = ? where deployment_id_ in"
            + " (select deployment_id_ from act_re_procdef where key_ = ?)",
        "no XML at all".getBytes(StandardCharsets.UTF_8),
        key);
    database.update(
        "update act_re_procdef set id_ = ? where key_ = ?",
        key + ":1:" + SysId.next().substring(16),
        key);
  }
}
