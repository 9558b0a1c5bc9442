package dev.processsync.console.subflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import dev.processsync.InstanceTest;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.dictionary.SysId;
import java.util.List;
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

  @Test
  void findsATemplateByItsNameAndCopiesIt(People people) {
    Person admin = people.at(port).logsIn().navigatesTo("Flow Designer", "Subflows");
    Page page = admin.page();

    admin.fills("Name", "inbound flow template");
    assertThat(page.getByText("outbound-flow-template-basic")).hasCount(0);
    admin.follows(INBOUND);
    assertThat(page.getByText("is read-only")).isVisible();
    assertThat(button(page, "Publish")).hasCount(0);
    new Designing(admin, "designed-" + SysId.next()).copies();

    assertThat(admin.heading()).hasText("Copy of " + INBOUND);
    assertThat(page.locator("#subflow-state")).containsText("Draft");
  }

  @Test
  void mapsFieldsWithDataPillsOfTheSampleAndPublishes(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Person admin = designing.person();
    Page page = admin.page();

    designing.element("ServiceTask_TransformPayload").click();
    page.getByLabel("Sample payload").fill(SAMPLE);
    designing.element("ServiceTask_CreateIncidentRecord").click();
    designing.addsField("Short description", "short_description");
    designing.addsField("urgency", "severity");
    admin.presses("Publish");

    assertThat(page.locator("#subflow-state")).containsText("Published");
    assertThat(page.locator("#subflow-version")).hasText("Version 1");
    assertThat(designing.bpmn())
        .contains("key=\"short_description\">${changed_fields.short_description}<")
        .contains("key=\"urgency\">${changed_fields.severity}<");
  }

  @Test
  void savesByItselfAndShowsAProblemAtItsElement(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Person admin = designing.person();
    Page page = admin.page();
    designing.element("ServiceTask_UpdateIncidentRecord").click();

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
    designing.element("ServiceTask_TransformPayload").click();
    problem.click();
    assertThat(page.getByLabel("Field", exactly())).hasValue("no_such_field");
  }

  @Test
  void deletesTheElseAndPublishes(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Person admin = designing.person();
    Page page = admin.page();

    designing.element("ServiceTask_CreateIncidentRecord").click();
    page.keyboard().press("Shift+Delete");

    assertThat(designing.element("ServiceTask_CreateCorrelation")).hasCount(0);
    admin.presses("Publish");
    assertThat(page.locator("#subflow-state")).containsText("Published");
    assertThat(designing.bpmn())
        .contains("ServiceTask_UpdateIncidentRecord")
        .doesNotContain("ServiceTask_CreateIncidentRecord", "Flow_CorrelationFound_No\"");
  }

  @Test
  void leavesNoMenuOverWhatABranchThatIsDeletedLeadsPast(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);

    designing.element("ServiceTask_CreateIncidentRecord").click();
    designing.opensAtTheElement("delete-branch");
    assertThat(designing.element("ServiceTask_CreateIncidentRecord")).hasCount(0);
    designing.element("ServiceTask_UpdateIncidentRecord").click();

    assertThat(designing.chosen()).hasText("Update Record");
  }

  /** Whatever carries a style of its own is refused by the page's policy, which fails this test. */
  @Test
  void alignsAndColoursElementsByMenusThatThePagesPolicyAllows(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Person admin = designing.person();
    designing.element("ServiceTask_CreateCorrelation").click();
    for (String also :
        new String[] {"ServiceTask_CreateIncidentRecord", "ServiceTask_TransformPayload"}) {
      designing
          .element(also)
          .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    }

    designing.opensAtTheElement("align-elements");
    assertThat(designing.menu().locator(".entry .icon")).hasCount(8);
    designing.menu().getByTitle("Align elements top").click();
    designing.element("ServiceTask_CreateCorrelation").click();
    designing.opensAtTheElement("set-color");
    assertThat(designing.menu().locator(".entry .swatch")).hasCount(6);
    designing.menu().getByTitle("Blue").click();

    admin.presses("Save");
    assertThat(designing.state()).containsText("Saved");
    assertThat(designing.bpmn()).contains("bioc:fill=\"#bbdefb\"");
  }

  @Test
  void comparesVersionsAndGoesBackToOne(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Person admin = designing.person();
    Page page = admin.page();
    admin.presses("Publish");
    assertThat(page.locator("#subflow-version")).hasText("Version 1");
    designing.element("ServiceTask_CreateIncidentRecord").click();
    page.keyboard().press("Shift+Delete");
    admin.presses("Publish");
    assertThat(page.locator("#subflow-version")).hasText("Version 2");

    designing.chooses("Version history");
    admin.presses("Compare");
    assertThat(page.locator(".differences")).containsText("Create Incident Record");
    assertThat(page.locator(".differences")).containsText("Removed");
    page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^1 .*")))
        .getByRole(AriaRole.BUTTON)
        .click();

    assertThat(page.locator("#subflow-state")).containsText("newer draft");
    assertThat(designing.element("ServiceTask_CreateIncidentRecord")).isVisible();
  }

  @Test
  void losesNothingWhenTwoEditTheSameDraft(People people) {
    Designing one = Designing.aCopyOfTheInboundTemplate(people, port);
    Designing other = one.openedBy(people.at(port).logsIn());
    one.deletes("ServiceTask_CreateCorrelation");
    one.person().presses("Save");
    assertThat(one.state()).containsText("Saved");

    other.deletes("ServiceTask_UpdateCorrelationState");
    other.person().presses("Save");

    assertThat(other.person().page().getByRole(AriaRole.DIALOG))
        .containsText("This draft was changed by somebody else");
    other.person().presses("Decide later");
    assertThat(other.state()).containsText("Not saved");
    assertThat(one.bpmn()).contains("ServiceTask_UpdateCorrelationState");
    other.person().presses("Save").presses("Save mine over them");
    assertThat(other.state()).containsText("Saved");
    assertThat(one.bpmn()).doesNotContain("ServiceTask_UpdateCorrelationState");
  }

  @Test
  void keepsWhatCouldNotBeSavedWhileTheNetworkWasDown(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Page page = designing.person().page();
    designing.person().expectsComplaint("ERR_INTERNET_DISCONNECTED");
    page.context().setOffline(true);
    designing.deletes("ServiceTask_CreateCorrelation");

    assertThat(designing.state()).containsText("Not saved: The instance does not answer");
    page.context().setOffline(false);

    assertThat(designing.state()).containsText("Saved");
  }

  @Test
  void goesOnWithWhatWasNotSavedWhenThePageWasLeft(People people) {
    Designing designing = Designing.aCopyOfTheInboundTemplate(people, port);
    Person admin = designing.person();
    admin.expectsComplaint("ERR_INTERNET_DISCONNECTED").page().context().setOffline(true);
    designing.deletes("ServiceTask_CreateCorrelation");
    assertThat(designing.state()).containsText("Not saved");
    admin.closesTheTab().page().context().setOffline(false);

    designing.openedBy(admin);
    assertThat(designing.element("ServiceTask_CreateCorrelation")).isVisible();
    admin.presses("Go on with them");

    assertThat(designing.element("ServiceTask_CreateCorrelation")).hasCount(0);
    assertThat(designing.state()).containsText("Saved");
    assertThat(designing.bpmn()).doesNotContain("ServiceTask_CreateCorrelation\"");
    assertThat(designing.openedBy(admin).person().page().getByText("kept in this browser"))
        .hasCount(0);
  }

  @Test
  void isUsableForEverybodyAndOnAPhone(People people) {
    Person admin = people.at(port).logsIn().opens("/console/subflows");
    assertThat(admin.seriousViolations()).isEmpty();
    assertThat(admin.atWidth(360).hasToScrollSideways()).isFalse();

    admin.opens("/console/subflows/inbound-flow-template-basic");
    Designing designing = new Designing(admin, "designed-" + SysId.next());
    designing.isReady();
    assertThat(admin.hasToScrollSideways()).isFalse();
    designing.copies();
    assertThat(admin.hasToScrollSideways()).isFalse();
    assertThat(admin.seriousViolations()).isEmpty();

    admin.presses("Properties");
    assertThat(button(admin.page(), "Data pills")).isVisible();
    admin.atWidth(1280).inTheDark();
    assertThat(admin.seriousViolations()).isEmpty();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
