package dev.processsync.console.subflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Records;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Dry runs in the Flow Designer: what a person reads of them, and sees in the diagram. */
@InstanceTest
@BrowserTest
class DryRunInBrowserTest {

  private static final String PAYLOAD =
      """
      {"capture_metadata":{"changed_by":"admin","timestamp":"2020-09-24 19:26:59"},
      "changed_fields":[
        {"display_value":"","value":"552c48888c033300964f4932b03eb092","key":"sys_id"},
        {"display_value":"","value":"A laptop","key":"short_description"}]}""";

  @Autowired Records records;
  @LocalServerPort int port;

  private TableRecord remote = new TableRecord("", Map.of());

  @BeforeEach
  void aRemoteSystem() {
    remote = new SyncSetup(records).activeRemoteSystem();
  }

  @Test
  void showsTheWayAndWhatWouldBeWrittenWhenTheFlowEnds(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Person admin = designing.person();
    Page page = admin.page();
    designing.element("ServiceTask_TransformPayload").click();
    page.getByLabel("Sample payload").fill(PAYLOAD);
    designing.element("ServiceTask_CreateIncidentRecord").click();
    designing.addsField("Short description", "short_description");

    Locator dialog = dryRun(designing);
    remoteSystem(dialog).fill(remote.get("name"));
    admin.presses("Run");

    assertThat(dialog).containsText("The flow ended. The queue record would be processed.");
    assertThat(steps(dialog).filter(with("Create Incident Record"))).hasCount(1);
    assertThat(steps(dialog).filter(with("Update Incident Record"))).hasCount(0);
    assertThat(dialog).containsText("Records that would be written");
    assertThat(dialog.locator("ins").filter(with("A laptop"))).isVisible();
    assertThat(admin.seriousViolations()).isEmpty();
    admin.picture(Path.of("target/browser/dry-run.png"));
    dialog
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create Incident Record"))
        .click();
    assertThat(dialog).hasCount(0);
    assertThat(page.locator("#properties").getByText("Create Incident Record").first()).isVisible();
    assertThat(designing.mark("ServiceTask_CreateIncidentRecord"))
        .hasAttribute("title", "Done in the dry run");
    assertThat(designing.mark("ServiceTask_UpdateIncidentRecord"))
        .hasAttribute("title", Pattern.compile("No field is mapped.*"));
  }

  @Test
  void saysWhatIsMissing(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);

    Locator dialog = dryRun(designing);
    designing.person().presses("Run");

    assertThat(dialog).containsText("Give a payload");
  }

  @Test
  void refusesARemoteSystemThatThereIsNot(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);

    Locator dialog = dryRun(designing);
    remoteSystem(dialog).fill("No such instance");
    designing.person().presses("Run");

    assertThat(dialog.getByRole(AriaRole.ALERT))
        .hasText("Remote system: choose one from the list.");
  }

  @Test
  void saysAtItsElementWhyTheFlowFailed(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Person admin = designing.person();

    Locator dialog = dryRun(designing);
    dialog.getByLabel("Run for").selectOption("A payload");
    dialog
        .getByLabel("Payload", new Locator.GetByLabelOptions().setExact(true))
        .fill(PAYLOAD.replace("changed_fields", "fields"));
    remoteSystem(dialog).fill(remote.get("name"));
    admin.presses("Run");

    assertThat(dialog).containsText("The flow failed.");
    assertThat(dialog).containsText("not finished");
    admin.page().keyboard().press("Escape");
    assertThat(designing.mark("ServiceTask_TransformPayload"))
        .hasAttribute("title", Pattern.compile("Failed in the dry run: .*changed_fields.*"));
  }

  private static Locator dryRun(Designing designing) {
    designing.chooses("Dry run");
    return designing.person().page().getByRole(AriaRole.DIALOG);
  }

  private static Locator remoteSystem(Locator dialog) {
    return dialog.getByRole(
        AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Remote system").setExact(true));
  }

  private static Locator steps(Locator dialog) {
    return dialog.locator(".steps > li");
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
