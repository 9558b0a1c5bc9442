package dev.processsync.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.browser.FlowDesigner;
import java.util.Map;
import java.util.regex.Pattern;

/** Flow Designer, as the tutorial uses it (steps 32, 37, 39–43, 46–50). */
final class ClickedDesigner {

  private static final String TRANSFORM = "ServiceTask_TransformPayload";

  private final Page page;
  private final FlowDesigner designer;

  private ClickedDesigner(Page page) {
    this.page = page;
    this.designer = new FlowDesigner(page);
  }

  /** "Use the Configure Subflow button next to the … field": a tab of its own. */
  static ClickedDesigner openedFrom(Clicking clicking, String field) {
    Locator beside = clicking.form().getByRole(AriaRole.GROUP, Clicking.in(field + " field"));
    Page tab =
        clicking
            .page()
            .waitForPopup(
                () -> beside.getByRole(AriaRole.LINK, Clicking.in("Configure Subflow")).click());
    return new ClickedDesigner(tab);
  }

  /** "Navigate to Flow Designer and select the Subflows tab." */
  static ClickedDesigner navigatedTo(Clicking clicking) {
    clicking.navigateTo("Flow Designer", "Subflows");
    return new ClickedDesigner(clicking.page());
  }

  /** Filters the Name column, selects the template, and copies it by More Actions. */
  void copy(String template) {
    open(template);
    designer.choose("Copy subflow");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByLabel("Name")).hasValue("Copy of " + template);
    dialog.getByRole(AriaRole.BUTTON, Clicking.in("Copy")).click();
    assertThat(heading()).hasText("Copy of " + template);
  }

  void open(String subflow) {
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(subflow);
    page.getByRole(AriaRole.LINK, Clicking.exact(subflow)).click();
  }

  /** "Expand the Transform Payload from Inbound Sample action", enter the sample payload. */
  void enterSamplePayload(String sample) {
    samplePayload().fill(sample);
  }

  /** Asks the other instance for what it sends. */
  void takeSample(String remoteSystem, String event) {
    designer.choose("Take sample payload");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByRole(AriaRole.COMBOBOX, Clicking.in("Remote system")).fill(remoteSystem);
    dialog.getByRole(AriaRole.COMBOBOX, Clicking.in("Process event")).fill(event);
    dialog.getByRole(AriaRole.BUTTON, Clicking.in("Take")).click();
    assertThat(page.getByText("The sample payload is in the draft")).isVisible();
  }

  /** The field of the transform action. */
  Locator samplePayload() {
    select(TRANSFORM);
    return designer.properties().getByLabel("Sample payload");
  }

  /** Adds fields, each with a data pill of the transform action: what is sent, by its name. */
  void map(String element, Map<String, String> fields) {
    select(element);
    fields.forEach(designer::addField);
  }

  /** "Delete the Else statement": the branch on which the first of its steps is. */
  void deleteElse() {
    select("ServiceTask_CreateIncidentRecord");
    page.getByTitle("Delete branch (Shift+Delete)").click();
    assertThat(designer.shape("ServiceTask_CreateIncidentRecord")).hasCount(0);
    assertThat(designer.shape("ServiceTask_CreateCorrelation")).hasCount(0);
  }

  void publish() {
    page.getByRole(AriaRole.BUTTON, Clicking.exact("Publish")).click();
    assertThat(page.getByText(Pattern.compile("Version \\d+ is published"))).isVisible();
  }

  void close() {
    page.close();
  }

  private void select(String element) {
    designer.shape(element).click();
  }

  private Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }
}
