package dev.processsync.definition;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.processsync.TwoInstances;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event whose name only one side has: validation warns of it, and its name can be mended. */
@BrowserTest
class WrongEventInBrowserTest {

  private static final String VALIDATE = "Validate and Activate Remote System";

  @Test
  void isWarnedOfRenamedAndLinked(People people) {
    List<Side> sides = Side.pair(TwoInstances.customer(), TwoInstances.vendor());
    Side theirs = sides.get(0);
    Side ours = sides.get(1);
    ours.names(theirs);
    theirs.event("Request Hardware");
    String event = ours.event("request hardwear");

    Person admin =
        people
            .at(URI.create(ours.instance().url()).getPort())
            .logsIn("admin", TwoInstances.ADMIN_PASSWORD);
    Page page = admin.page();
    admin.opens("/console/record/ih_sync_remote_system/" + ours.remoteSystem());
    admin.formIsReady();
    press(page, VALIDATE);

    Locator warning = page.locator("#related-links-result .notice--warn");
    assertThat(warning).containsText("Not everything will work like this");
    assertThat(warning)
        .containsText(
            "Process event 'request hardwear' exists here but not on 'customer': create it there");
    assertThat(page.locator("#related-links-result .notice--good"))
        .not()
        .containsText("request hardwear");

    admin.opens("/console/record/ih_sync_process_event/" + event);
    admin.formIsReady();
    admin.fills("Name", "Request Hardware").presses("Save");
    assertThat(page.getByText("Saved").first()).isVisible();
    admin.opens("/console/record/ih_sync_remote_system/" + ours.remoteSystem());
    admin.formIsReady();
    press(page, VALIDATE);

    assertThat(page.locator("#related-links-result .notice--good")).isVisible();
    assertThat(warning).hasCount(0);

    admin.opens("/console/record/ih_sync_process_event/" + event);
    admin.formIsReady();
    admin.fills("Name", "Another name").presses("Save");
    assertThat(page.getByText("create a new event 'Another name' on both sides").first())
        .isVisible();
  }

  private static void press(Page page, String link) {
    page.getByText(link, new Page.GetByTextOptions().setExact(true)).click();
  }
}
