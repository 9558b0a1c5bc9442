package dev.processsync.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.processsync.browser.Person;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Takes the documents' pictures of the console, into {@code target/console-pictures}. */
final class ConsolePictures {

  private static final Path FOLDER = Path.of("target", "console-pictures");

  /** What stands over the page's top, in pixels. */
  private static final int HEADER = 70;

  private final Person person;
  private final Clicking clicking;

  ConsolePictures(Person person) {
    this.person = person;
    this.clicking = new Clicking(person);
  }

  /** Of an instance that sends requests and gets them fulfilled. */
  void take(Instance instance) {
    person.opens("/console");
    take("home");
    clicking.navigateTo("Service Desk", "Incidents");
    take("list");
    person
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^INC\\d+$")))
        .first()
        .click();
    clicking.formIsReady();
    person.page().getByText("Payload").first().click();
    person.page().locator(".followed").evaluate("element => element.scrollIntoView()");
    person.page().mouse().wheel(0, -HEADER);
    take("incident");
    clicking.navigateTo("IntegrationHub", "Remote Process Sync", "Process Sync Definitions");
    clicking.select(instance.definition());
    take("definition");
    clicking.selectIn("Capture Definitions", Instance.REQUEST_HARDWARE);
    assertThat(clicking.form().getByLabel("Field of condition 1").first()).isVisible();
    take("capture");
    clicking.navigateTo("IntegrationHub", "Remote Process Sync", "Outbound Queue State");
    take("queue-state");
    person.opens("/console/subflows/copy-of-remote-process-sync-inbound-flow-template-basic");
    person.page().locator("[data-element-id=ServiceTask_UpdateIncidentRecord].djs-shape").click();
    take("designer");
  }

  private void take(String name) {
    Page page = person.page();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    person.picture(FOLDER.resolve("console-" + name + ".png"));
  }
}
