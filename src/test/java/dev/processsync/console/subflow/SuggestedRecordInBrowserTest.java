package dev.processsync.console.subflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A dialog's field for a record suggests the only one that there is, once the instance says so. */
@InstanceTest
@BrowserTest
class SuggestedRecordInBrowserTest {

  private static final String REMOTE_SYSTEM = "ih_sync_remote_system";
  private static final String PROCESS_EVENT = "ih_sync_process_event";

  @Autowired Records records;
  @LocalServerPort int port;

  /** What the dialog has asked the instance for, by table. */
  private final Map<String, Route> asked = new HashMap<>();

  private TableRecord system = new TableRecord("", Map.of());
  private TableRecord event = new TableRecord("", Map.of());

  @BeforeEach
  void aRemoteSystemAndItsEvent() {
    SyncSetup setup = new SyncSetup(records);
    system = setup.activeRemoteSystem();
    TableRecord definition =
        records.get(Actor.system(), "ih_sync_definition", system.get("definition"));
    event = setup.event(definition, "Only event");
  }

  @Test
  void isSuggestedWhereNobodyHasBegunToType(People people) {
    Page page = dialogThatWaitsForSuggestions(people);

    suggestionsCome(page);

    assertThat(field(page, "Remote system")).hasValue(system.get("name"));
  }

  @Test
  void isNotMixedIntoWhatSomebodyTypes(People people) {
    Page page = dialogThatWaitsForSuggestions(people);
    field(page, "Remote system").click();

    suggestionsCome(page);
    page.keyboard().insertText("Another instance");

    assertThat(field(page, "Remote system")).hasValue("Another instance");
  }

  private Page dialogThatWaitsForSuggestions(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Page page = designing.person().page();
    for (String table : new String[] {REMOTE_SYSTEM, PROCESS_EVENT}) {
      page.route(pattern(table), route -> asked.put(table, route));
    }
    designing.chooses("Take sample payload");
    page.waitForCondition(() -> asked.size() == 2);
    return page;
  }

  /** First that of the remote system: when the event's is there, that one has come too. */
  private void suggestionsCome(Page page) {
    isToldOfOneOnly(page, REMOTE_SYSTEM, system);
    isToldOfOneOnly(page, PROCESS_EVENT, event);
    assertThat(field(page, "Process event")).hasValue("Only event");
  }

  /** Other tests have made records of their own: what the page asks for is narrowed to one. */
  private void isToldOfOneOnly(Page page, String table, TableRecord only) {
    Route route = Objects.requireNonNull(asked.get(table), table);
    String url =
        route
            .request()
            .url()
            .replace("sysparm_query=", "sysparm_query=sys_id%3D" + only.sysId() + "%5E");
    page.waitForResponse(pattern(table), () -> route.resume(new Route.ResumeOptions().setUrl(url)))
        .finished();
    page.unroute(pattern(table));
  }

  private static String pattern(String table) {
    return "**/api/now/table/" + table + "?**";
  }

  private static Locator field(Page page, String label) {
    return page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
  }
}
