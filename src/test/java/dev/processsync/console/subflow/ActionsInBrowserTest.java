package dev.processsync.console.subflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Records;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Adding actions to a subflow in the Flow Designer: by mouse, by keyboard, and in every menu. */
@InstanceTest
@BrowserTest
class ActionsInBrowserTest {

  private static final String TRANSFORM = "ServiceTask_TransformPayload";
  private static final String FIRST_ACTION = "Transform Payload from Inbound Sample";
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
  void areAppendedByMouseFilledInPublishedAndRun(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    designing.element(TRANSFORM).click();
    designing.opensAtTheElement("append");
    assertThat(designing.firstEntry()).containsText(FIRST_ACTION);
    assertThat(designing.person().seriousViolations()).isEmpty();

    designing.entry("Log").click();
    assertThat(designing.chosen()).hasText("Log");
    designing.setting("Message").fill("A message is here");
    designing.opensAtTheElement("append");
    designing.entry("Look Up Records").click();
    assertThat(designing.chosen()).hasText("Look Up Records");
    designing.setting("Query").fill("active=true");
    designing.opensAtTheElement("append.end-event");

    isPublishedAndRuns(designing);
  }

  @Test
  void areAppendedByKeyboardFilledInPublishedAndRun(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Page page = designing.person().page();
    page.locator("#canvas svg[tabindex]").focus();
    page.keyboard().press("Control+f");
    page.keyboard().type("Transform Payload");
    assertThat(page.locator(".djs-search-result-selected")).containsText("Transform Payload");
    page.keyboard().press("Enter");
    assertThat(designing.chosen()).hasText(FIRST_ACTION);

    appendsByKeyboard(designing, "Log");
    designing.setting("Message").fill("A message is here");
    page.locator("#canvas svg[tabindex]").focus();
    appendsByKeyboard(designing, "Look Up Records");
    designing.setting("Query").fill("active=true");
    page.locator("#canvas svg[tabindex]").focus();
    choosesInTheAppendMenu(designing, "End event");

    isPublishedAndRuns(designing);
  }

  @Test
  void areCreatedWhereSomebodyPutsThemOrBelowTheRest(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Page page = designing.person().page();
    page.locator(".djs-palette [data-action=create]").click();
    assertThat(designing.firstEntry()).containsText(FIRST_ACTION);
    designing.entry("Send Notification").click();
    BoundingBox canvas = page.locator("#canvas").boundingBox();
    Mouse mouse = page.mouse();
    mouse.move(canvas.x + 400, canvas.y + 90);
    mouse.move(canvas.x + 420, canvas.y + 100);
    mouse.click(canvas.x + 420, canvas.y + 100);
    assertThat(designing.chosen()).hasText("Send Notification");
    page.keyboard().press("Escape");

    page.locator("#canvas svg[tabindex]").focus();
    page.keyboard().press("n");
    assertThat(designing.menu()).isVisible();
    page.keyboard().type("Set Queue Record");
    assertThat(designing.menu().locator(".entry.selected")).containsText("Set Queue Record Status");
    page.keyboard().press("Enter");

    assertThat(designing.chosen()).hasText("Set Queue Record Status");
    designing.person().presses("Save");
    assertThat(designing.state()).containsText("Saved");
    assertThat(designing.bpmn()).contains("${sendNotification}", "${setQueueRecordStatus}");
  }

  @Test
  void areChosenForAPlainTaskInOneStepThatCanBeUndone(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Page page = designing.person().page();
    designing.element(TRANSFORM).click();
    designing.opensAtTheElement("append.append-task");
    page.keyboard().press("Escape");
    assertThat(designing.chosen()).hasText("Task");

    properties(page, "Select").click();
    assertThat(designing.menu()).containsText("Choose an action");
    designing.entry("Log").click();
    assertThat(designing.chosen()).hasText("Log");
    assertThat(shapesCalled(page, "Log")).hasCount(1);
    page.keyboard().press("Control+z");

    assertThat(shapesCalled(page, "Log")).hasCount(0);
    designing.person().presses("Save");
    assertThat(designing.state()).containsText("Saved");
    assertThat(designing.bpmn()).contains("<bpmn:task ").doesNotContain("${writeLog}");
  }

  @Test
  void changeByTheElementsMenuAndByTheTemplateThatIsApplied(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Person admin = designing.person();
    Page page = admin.page();
    designing.element("ServiceTask_CreateCorrelation").click();

    designing.opensAtTheElement("replace");
    assertThat(designing.firstEntry()).containsText(FIRST_ACTION);
    designing.entry("Log").click();
    assertThat(designing.chosen()).hasText("Log");
    admin.atWidth(360);
    admin.presses("Properties");
    properties(page, "Applied").click();
    properties(page, "Change").click();
    assertThat(designing.menu()).containsText("Choose an action");
    assertThat(designing.entry("Log")).hasCount(0);
    designing.entry("Look Up Records").click();

    assertThat(designing.chosen()).hasText("Look Up Records");
    assertThat(designing.menu()).hasCount(0);
    admin.presses("Save");
    assertThat(designing.state()).containsText("Saved");
    assertThat(designing.bpmn())
        .contains("${lookUpRecords}")
        .doesNotContain("${createCorrelation}");
  }

  @Test
  void theTemplateThatIsAppliedChangesByKeyboard(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Page page = designing.person().page();
    findsByKeyboard(designing, "Create Correlation");

    goesTo(page, properties(page, "Applied").locator("xpath=.."));
    page.keyboard().press("Enter");
    goesTo(page, properties(page, "Change"));
    page.keyboard().press("Enter");
    assertThat(designing.menu().getByRole(AriaRole.COMBOBOX)).isFocused();
    designing.person().leaves(designing.menu());

    goesTo(page, properties(page, "Applied").locator("xpath=.."));
    page.keyboard().press("Enter");
    goesTo(page, properties(page, "Change"));
    page.keyboard().press("Enter");
    page.keyboard().type("Look Up Records");
    assertThat(designing.menu().locator(".entry.selected")).containsText("Look Up Records");
    page.keyboard().press("Enter");

    assertThat(designing.chosen()).hasText("Look Up Records");
    goesTo(page, designing.setting("Query"));
    page.keyboard().type("active=true");
    page.keyboard().press("Control+s");
    assertThat(designing.state()).containsText("Saved");
    assertThat(designing.bpmn())
        .contains("${lookUpRecords}", "active=true")
        .doesNotContain("${createCorrelation}");
  }

  /** As long as there is somewhere to go on to. */
  private static void goesTo(Page page, Locator place) {
    for (int i = 0;
        i < 60 && !(boolean) place.evaluate("it => it === document.activeElement");
        i++) {
      page.keyboard().press("Tab");
    }
    assertThat(place).isFocused();
  }

  private static void findsByKeyboard(Designing designing, String element) {
    Page page = designing.person().page();
    page.locator("#canvas svg[tabindex]").focus();
    page.keyboard().press("Control+f");
    page.keyboard().type(element);
    assertThat(page.locator(".djs-search-result-selected")).containsText(element);
    page.keyboard().press("Enter");
    assertThat(designing.chosen()).hasText(element);
  }

  private static void choosesInTheAppendMenu(Designing designing, String name) {
    Page page = designing.person().page();
    page.keyboard().press("a");
    assertThat(designing.menu().getByRole(AriaRole.COMBOBOX)).isFocused();
    page.keyboard().type(name);
    assertThat(designing.menu().locator(".entry.selected")).containsText(name);
    page.keyboard().press("Enter");
  }

  private static void appendsByKeyboard(Designing designing, String action) {
    choosesInTheAppendMenu(designing, action);
    Page page = designing.person().page();
    assertThat(page.locator(".djs-direct-editing-content")).isFocused();
    page.keyboard().press("Enter");
    assertThat(designing.chosen()).hasText(action);
  }

  private void isPublishedAndRuns(Designing designing) {
    Person admin = designing.person();
    admin.presses("Publish");
    assertThat(admin.page().locator("#subflow-version")).hasText("Version 1");
    assertThat(designing.bpmn()).contains("A message is here", "active=true");

    designing.chooses("Dry run");
    Locator dialog = admin.page().getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Run for").selectOption("A payload");
    dialog.getByLabel("Payload", new Locator.GetByLabelOptions().setExact(true)).fill(PAYLOAD);
    dialog
        .getByRole(
            AriaRole.COMBOBOX,
            new Locator.GetByRoleOptions().setName("Remote system").setExact(true))
        .fill(remote.get("name"));
    admin.presses("Run");

    assertThat(dialog).containsText("The flow ended.");
    for (String action : new String[] {"Log", "Look Up Records"}) {
      assertThat(
              dialog
                  .locator(".steps > li")
                  .getByRole(
                      AriaRole.BUTTON,
                      new Locator.GetByRoleOptions().setName(action).setExact(true)))
          .hasCount(1);
    }
  }

  private static Locator shapesCalled(Page page, String name) {
    return page.locator("#canvas .djs-shape")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
  }

  private static Locator properties(Page page, String text) {
    return page.locator("#properties")
        .getByText(text, new Locator.GetByTextOptions().setExact(true));
  }
}
