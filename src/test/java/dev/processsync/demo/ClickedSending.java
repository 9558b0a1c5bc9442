package dev.processsync.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** Steps 28–32 and 33–37: the events, what is captured for one, and how it is sent. */
final class ClickedSending {

  private static final String TEMPLATE = "Remote Process Sync Outbound Flow Template - Basic";

  private final Clicking clicking;
  private final Instance instance;
  private final String event;

  ClickedSending(Clicking clicking, Instance instance, String event) {
    this.clicking = clicking;
    this.instance = instance;
    this.event = event;
  }

  /** Steps 28–31: what the customer asks for. */
  void captureRequests() {
    createEvents();
    startCapture();
    clicking.addItems("Number", "Short description", "Assignment group", "Severity", "State");
    clicking.submit();
  }

  /** Steps 33–36: what the vendor reports when it is done. */
  void captureFulfilments() {
    createEvents();
    startCapture();
    clicking.press("And after condition 1");
    condition(2, "Incident state").selectOption(new SelectOption().setLabel("Resolved"));
    clicking.addItems("Number", "State", "Resolved by", "Resolution notes", "Resolution code");
    clicking.submit();
  }

  private void createEvents() {
    clicking.navigateTo("IntegrationHub", "Remote Process Sync", "Process Sync Definitions");
    clicking.select(instance.definition());
    for (String name :
        new String[] {Instance.REQUEST_HARDWARE, Instance.HARDWARE_REQUEST_FULFILLED}) {
      clicking.selectNewIn("Process Events");
      clicking.fill("Name", name);
      clicking.submit();
    }
  }

  private void startCapture() {
    clicking.selectNewIn("Capture Definitions");
    clicking.lookUp("Process Event", event);
    clicking.choose("State", "Active");
    clicking.pick("Source Table Name", "Incident [incident]");
    condition(1, "Assignment group");
    clicking.lookUpIn(
        clicking.page().getByRole(AriaRole.GROUP, Clicking.exact("Value of condition 1 field")),
        "Hardware");
  }

  /** The control for the value of a condition that is about this field. */
  private Locator condition(int number, String field) {
    clicking
        .form()
        .getByLabel("Field of condition " + number, new Locator.GetByLabelOptions().setExact(true))
        .selectOption(new SelectOption().setLabel(field));
    return clicking.form().getByLabel("Value of condition " + number);
  }

  /** Step 32 or 37, with the copy that it needs. */
  void bindACopyOfTheTemplate() {
    clicking.selectNewIn("Outbound Flows");
    clicking.pick("Process Event", event);
    ClickedDesigner designer = ClickedDesigner.openedFrom(clicking, "Outbound Subflow");
    designer.copy(TEMPLATE);
    designer.publish();
    designer.close();
    clicking.pick("Outbound Subflow", "Copy of " + TEMPLATE);
    clicking.lookUp("Remote System", instance.remoteSystem());
    clicking.submit();
  }
}
