package dev.processsync.queue.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.processsync.InstanceTest;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An entry whose event was chosen wrongly is pointed to another in its form. */
@InstanceTest
@BrowserTest
class OtherEventInBrowserTest {

  @Autowired private Records records;
  @Autowired private DSLContext sql;
  @LocalServerPort private int port;

  @Test
  void theRightEventIsChosenInTheFormAndTheEntryGoesOn(People people) {
    WrongEventEntry wrongly = WrongEventEntry.in(records, sql);
    Person admin =
        people
            .at(port)
            .logsIn()
            .opens("/console/record/" + WrongEventEntry.INBOUND + "/" + wrongly.sysId());
    admin.formIsReady();
    Page page = admin.page();
    Locator event = field(page, "Process Event");
    assertThat(event).hasValue(wrongly.wrong().get("name"));
    assertThat(field(page, "Error info")).hasValue("There is no inbound flow");

    event.fill(wrongly.right().get("name"));
    event.press("Tab");
    field(page, "Status").selectOption("Ready");
    admin.presses("Save");
    assertThat(page.getByText("Saved").first()).isVisible();

    await().untilAsserted(() -> assertThat(entry(wrongly).get("status")).isEqualTo("processed"));
    assertThat(entry(wrongly).get("process_event")).isEqualTo(wrongly.right().sysId());
    assertThat(entry(wrongly).get("error_info")).isEmpty();
    page.reload();
    admin.formIsReady();
    assertThat(field(page, "Process Event")).hasValue(wrongly.right().get("name"));
    assertThat(field(page, "Status")).hasValue("processed");
  }

  private TableRecord entry(WrongEventEntry wrongly) {
    return records.get(Actor.system(), WrongEventEntry.INBOUND, wrongly.sysId());
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }
}
