package dev.processsync.console.subflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.InstanceTest;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.table.SysId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The Flow Designer in a browser: the tutorial's steps 39 to 50, and what may go wrong on the way.
 */
@InstanceTest
@BrowserTest
class DesignerInBrowserTest {

  private static final String INBOUND = "Remote Process Sync Inbound Flow Template - Basic";
  private static final String SAMPLE =
      """
      {"capture_metadata":{"changed_by":"admin","timestamp":"2020-09-24 19:26:59"},
      "changed_fields":[
        {"display_value":"","value":"552c48888c033300964f4932b03eb092","key":"sys_id"},
        {"display_value":"","value":"","key":"short_description"},
        {"display_value":"","value":"1","key":"severity"}]}""";

  @LocalServerPort int port;

  private final String key = "designed-" + SysId.next();

  @Test
  void findsATemplateByItsNameAndCopiesIt(People people) {
    Person admin = people.at(port).logsIn().navigatesTo("Flow Designer", "Subflows");
    Page page = admin.page();

    admin.fills("Name", "inbound flow template");
    assertThat(page.getByText("outbound-flow-template-basic")).hasCount(0);
    admin.follows(INBOUND);
    assertThat(page.getByText("is read-only")).isVisible();
    assertThat(button(page, "Publish")).hasCount(0);
    copies(admin);

    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("Copy of " + INBOUND);
    assertThat(page.locator("#subflow-state")).containsText("Draft");
  }

  @Test
  void mapsFieldsWithDataPillsOfTheSampleAndPublishes(People people) {
    Person admin = atACopy(people);
    Page page = admin.page();

    element(page, "ServiceTask_TransformPayload").click();
    page.getByLabel("Sample payload").fill(SAMPLE);
    element(page, "ServiceTask_CreateIncidentRecord").click();
    addsField(page, "Short description", "short_description");
    addsField(page, "urgency", "severity");
    admin.presses("Publish");

    assertThat(page.locator("#subflow-state")).containsText("Published");
    assertThat(page.locator("#subflow-version")).hasText("Version 1");
    assertThat(bpmn(page))
        .contains("key=\"short_description\">${changed_fields.short_description}<")
        .contains("key=\"urgency\">${changed_fields.severity}<");
  }

  @Test
  void savesByItselfAndShowsAProblemAtItsElement(People people) {
    Person admin = atACopy(people);
    Page page = admin.page();
    element(page, "ServiceTask_UpdateIncidentRecord").click();

    admin.presses("Add field");
    page.getByLabel("Field", exactly()).fill("no_such_field");

    assertThat(page.locator("#draft-state")).containsText("Saved");
    Locator problem =
        page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("Error.*no_such_field.*")));
    assertThat(problem).isVisible();
    assertThat(page.locator(".mark--has-error")).hasCount(1);
    admin.presses("Publish");
    assertThat(page.getByText("Not published: correct the errors")).isVisible();
    page.keyboard().press("Escape");
    element(page, "ServiceTask_TransformPayload").click();
    problem.click();
    assertThat(page.getByLabel("Field", exactly())).hasValue("no_such_field");
  }

  @Test
  void deletesTheElseAndPublishes(People people) {
    Person admin = atACopy(people);
    Page page = admin.page();

    element(page, "ServiceTask_CreateIncidentRecord").click();
    page.keyboard().press("Shift+Delete");

    assertThat(element(page, "ServiceTask_CreateCorrelation")).hasCount(0);
    admin.presses("Publish");
    assertThat(page.locator("#subflow-state")).containsText("Published");
    assertThat(bpmn(page))
        .contains("ServiceTask_UpdateIncidentRecord")
        .doesNotContain("ServiceTask_CreateIncidentRecord", "Flow_CorrelationFound_No\"");
  }

  @Test
  void comparesVersionsAndGoesBackToOne(People people) {
    Person admin = atACopy(people);
    Page page = admin.page();
    admin.presses("Publish");
    assertThat(page.locator("#subflow-version")).hasText("Version 1");
    element(page, "ServiceTask_CreateIncidentRecord").click();
    page.keyboard().press("Shift+Delete");
    admin.presses("Publish");
    assertThat(page.locator("#subflow-version")).hasText("Version 2");

    chooses(admin, "Version history");
    admin.presses("Compare");
    assertThat(page.locator(".differences")).containsText("Create Incident Record");
    assertThat(page.locator(".differences")).containsText("Removed");
    page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^1 .*")))
        .getByRole(AriaRole.BUTTON)
        .click();

    assertThat(page.locator("#subflow-state")).containsText("newer draft");
    assertThat(element(page, "ServiceTask_CreateIncidentRecord")).isVisible();
  }

  @Test
  void saysInADryRunWhatIsMissing(People people) {
    Person admin = atACopy(people);

    chooses(admin, "Dry run");
    admin.presses("Run");

    assertThat(admin.page().getByRole(AriaRole.DIALOG)).containsText("Give a payload");
  }

  @Test
  void losesNothingWhenTwoEditTheSameDraft(People people) {
    Person one = atACopy(people);
    Person other = people.at(port).logsIn().opens("/console/subflows/" + key);
    isReady(other.page());
    element(one.page(), "ServiceTask_CreateCorrelation").click();
    one.page().keyboard().press("Delete");
    one.presses("Save");
    assertThat(one.page().locator("#draft-state")).containsText("Saved");

    element(other.page(), "ServiceTask_UpdateCorrelationState").click();
    other.page().keyboard().press("Delete");
    other.presses("Save");

    Locator dialog = other.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("This draft was changed by somebody else");
    other.presses("Decide later");
    assertThat(other.page().locator("#draft-state")).containsText("Not saved");
    assertThat(bpmn(one.page())).contains("ServiceTask_UpdateCorrelationState");
    other.presses("Save");
    other.presses("Save mine over them");
    assertThat(other.page().locator("#draft-state")).containsText("Saved");
    assertThat(bpmn(one.page())).doesNotContain("ServiceTask_UpdateCorrelationState");
  }

  @Test
  void keepsWhatCouldNotBeSavedWhileTheNetworkWasDown(People people) {
    Person admin = atACopy(people);
    Page page = admin.page();
    page.context().setOffline(true);
    element(page, "ServiceTask_CreateCorrelation").click();
    page.keyboard().press("Delete");

    assertThat(page.locator("#draft-state"))
        .containsText("Not saved: The instance does not answer");
    page.context().setOffline(false);

    assertThat(page.locator("#draft-state")).containsText("Saved");
    admin.forgivesComplaints();
  }

  @Test
  void isUsableForEverybodyAndOnAPhone(People people) {
    Person admin = people.at(port).logsIn().opens("/console/subflows");
    assertThat(admin.seriousViolations()).isEmpty();
    assertThat(admin.atWidth(360).hasToScrollSideways()).isFalse();

    admin.opens("/console/subflows/inbound-flow-template-basic");
    isReady(admin.page());
    assertThat(admin.hasToScrollSideways()).isFalse();
    copies(admin);
    assertThat(admin.hasToScrollSideways()).isFalse();
    assertThat(admin.seriousViolations()).isEmpty();

    admin.presses("Properties");
    assertThat(button(admin.page(), "Data pills")).isVisible();
    admin.atWidth(1280).inTheDark();
    assertThat(admin.seriousViolations()).isEmpty();
  }

  private Person atACopy(People people) {
    Person admin = people.at(port).logsIn().opens("/console/subflows/inbound-flow-template-basic");
    copies(admin);
    return admin;
  }

  private void copies(Person person) {
    chooses(person, "Copy subflow");
    person.fills("Key", key).presses("Copy");
    person.page().waitForURL("**/" + key);
    isReady(person.page());
  }

  private static void chooses(Person person, String action) {
    isReady(person.page());
    person.presses("More Actions").presses(action);
  }

  private static void isReady(Page page) {
    assertThat(page.locator("#designer")).hasAttribute("data-ready", "true");
  }

  /**
   * As the tutorial: the field, the data pill picker, "1 - Transform … > Changed Fields > pill".
   */
  private static void addsField(Page page, String field, String pill) {
    button(page, "Add field").click();
    Locator name = page.getByLabel("Field", exactly()).last();
    assertThat(name).isFocused();
    name.fill(field);
    page.keyboard().press("Tab");
    page.getByTitle("Data pill picker").last().click();
    page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Changed Fields"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(pill).setExact(true))
        .click();
  }

  private static Locator element(Page page, String id) {
    return page.locator(".djs-shape[data-element-id=" + id + "]");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private String bpmn(Page page) {
    return (String)
        page.evaluate(
            "async (path) => (await fetch(path, {headers: {'X-Requested-With': 'XMLHttpRequest'}})).text()",
            "/api/process-sync/v1/subflows/" + key + "/bpmn");
  }
}
