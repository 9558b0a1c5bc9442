package dev.processsync.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * "Build your first Remote Process Sync integration", all 51 steps as they are written, by two
 * administrators at the pages of two processes of the packaged program.
 */
@BrowserTest
class TutorialByClickingIT {

  private static final String REQUEST = "Laptop for a new colleague";

  @Test
  void linksTwoInstancesSoThatAnIncidentOfAIsResolvedOnB(People people) throws Exception {
    Path directory =
        Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "clicked-pair")), "run-")
            .toAbsolutePath();
    try (PackagedInstance customer = new PackagedInstance(directory, "customer");
        PackagedInstance vendor = new PackagedInstance(directory, "vendor")) {
      customer.awaitHealth();
      vendor.awaitHealth();
      Instance instanceA = Instance.customer(customer.url(), customer.passwords());
      Instance instanceB = Instance.vendor(vendor.url(), vendor.passwords());
      Clicking a = administrator(people, customer);
      Clicking b = administrator(people, vendor);

      followTheTutorial(a, b, instanceA, instanceB);

      requestHardware(a);
      fulfil(b);
      seeItResolved(a);
      takeASampleWithoutPasting(b, instanceB);
      new ConsolePictures(
              people.at(customer.url().toString()).logsIn("admin", customer.passwords().admin()))
          .take(instanceA);
    }
  }

  private static Clicking administrator(People people, PackagedInstance instance) {
    Person person = people.at(instance.url().toString()).mayUseTheClipboard();
    return new Clicking(person.logsIn("admin", instance.passwords().admin()));
  }

  private static void followTheTutorial(
      Clicking a, Clicking b, Instance customer, Instance vendor) {
    new ClickedUsers(a, customer).create();
    new ClickedUsers(b, vendor).create();
    new ClickedConnection(a, customer, vendor).create();
    new ClickedConnection(b, vendor, customer).create();
    new ClickedRemoteSystems(a, b, customer, vendor).createAndActivate();
    ClickedSending requests = new ClickedSending(a, customer, Instance.REQUEST_HARDWARE);
    requests.captureRequests();
    requests.bindACopyOfTheTemplate();
    ClickedSending fulfilments = new ClickedSending(b, vendor, Instance.HARDWARE_REQUEST_FULFILLED);
    fulfilments.captureFulfilments();
    fulfilments.bindACopyOfTheTemplate();
    new ClickedReceiving(b, vendor, Instance.REQUEST_HARDWARE).receiveRequests();
    new ClickedReceiving(a, customer, Instance.HARDWARE_REQUEST_FULFILLED).receiveFulfilments();
  }

  /** "Creating an Incident record in Instance A with the Hardware assignment group." */
  private static void requestHardware(Clicking a) {
    a.navigateTo("Service Desk", "Incidents");
    a.selectNew();
    a.fill("Short description", REQUEST);
    a.lookUp("Assignment group", "Hardware");
    a.choose("Severity", "2 - Medium");
    a.submit();
  }

  /** "Then, resolve the correlated Incident record in Instance B." */
  private static void fulfil(Clicking b) {
    b.navigateTo("Service Desk", "Incidents");
    b.press("Live");
    assertThat(b.page().getByText(REQUEST)).isVisible();
    b.page()
        .getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(REQUEST))
        .getByRole(AriaRole.LINK)
        .first()
        .click();
    b.formIsReady();
    assertThat(b.form().getByLabel("Urgency")).hasValue("2");
    b.choose("State", "Resolved");
    b.choose("Resolution code", "Solution provided");
    b.fill("Resolution notes", "The laptop is on its way");
    b.press("Update");
  }

  private static void seeItResolved(Clicking a) {
    a.press("Live");
    assertThat(a.page().getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(REQUEST)))
        .containsText("Resolved");
    a.page()
        .getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(REQUEST))
        .getByRole(AriaRole.LINK)
        .first()
        .click();
    a.formIsReady();
    assertThat(a.form().getByLabel("Resolution notes")).hasValue("The laptop is on its way");
  }

  /** What the tutorial pastes in step 40, asked of the other instance. */
  private static void takeASampleWithoutPasting(Clicking b, Instance vendor) {
    ClickedDesigner designer = ClickedDesigner.navigatedTo(b);
    designer.open("Copy of " + ClickedReceiving.TEMPLATE);
    designer.takeSample(vendor.remoteSystem(), Instance.REQUEST_HARDWARE);
    assertThat(designer.samplePayload())
        .hasValue(Pattern.compile(".*\"assignment_group\".*", Pattern.DOTALL));
  }
}
