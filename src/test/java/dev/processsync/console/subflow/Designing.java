package dev.processsync.console.subflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.processsync.browser.FlowDesigner;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.dictionary.SysId;

/** A person at the Flow Designer, with a subflow of their own. */
record Designing(Person person, String key) {

  private static final String INBOUND = "/console/subflows/inbound-flow-template-basic";

  /** An administrator who made a copy of the inbound template, and has it open. */
  static Designing aCopyOfTheInboundTemplate(People people, int port) {
    Designing designing =
        new Designing(people.at(port).logsIn().opens(INBOUND), "designed-" + SysId.next());
    designing.copies();
    return designing;
  }

  void copies() {
    chooses("Copy subflow");
    person.fills("Key", key).presses("Copy");
    person.page().waitForURL("**/" + key);
    isReady();
  }

  /** Somebody else opens the same subflow. */
  Designing openedBy(Person other) {
    Designing designing = new Designing(other.opens("/console/subflows/" + key), key);
    designing.isReady();
    return designing;
  }

  void chooses(String action) {
    isReady();
    designer().choose(action);
  }

  void isReady() {
    assertThat(person.page().locator("#designer")).hasAttribute("data-ready", "true");
  }

  void addsField(String field, String pill) {
    designer().addField(field, pill);
  }

  Locator element(String id) {
    return designer().shape(id);
  }

  /** What lies on an element: a problem, or where a dry run went. */
  Locator mark(String id) {
    return person.page().locator(".djs-overlays[data-container-id=" + id + "] .mark");
  }

  void deletes(String id) {
    element(id).click();
    person.page().keyboard().press("Delete");
  }

  /** Opens a menu of the chosen element's pad: "append", "replace"… */
  void opensAtTheElement(String menu) {
    person.page().locator(".djs-context-pad [data-action='" + menu + "']").click();
  }

  /** The menu or dialog of the modeler that is open. */
  Locator menu() {
    return person.page().locator(".djs-popup");
  }

  Locator firstEntry() {
    return menu().locator(".djs-popup-results .entry").first();
  }

  /** An entry of it by its name. */
  Locator entry(String name) {
    return menu()
        .locator(".entry")
        .filter(
            new Locator.FilterOptions()
                .setHas(person.page().getByText(name, new Page.GetByTextOptions().setExact(true))));
  }

  /** A field of the chosen element. */
  Locator setting(String label) {
    return designer()
        .properties()
        .getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  /** What the chosen element is, as the panel calls it. */
  Locator chosen() {
    return designer().properties().locator(".bio-properties-panel-header-type");
  }

  Locator state() {
    return person.page().locator("#draft-state");
  }

  /** The draft as the instance has it. */
  String bpmn() {
    return (String)
        person
            .page()
            .evaluate(
                "async (path) => (await fetch(path, {headers: {'X-Requested-With': 'XMLHttpRequest'}})).text()",
                "/api/process-sync/v1/subflows/" + key + "/bpmn");
  }

  private FlowDesigner designer() {
    return new FlowDesigner(person.page());
  }
}
