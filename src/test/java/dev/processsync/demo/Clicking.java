package dev.processsync.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.processsync.browser.Person;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the tutorial tells an administrator to do, in its words: one instance, one browser. */
final class Clicking {

  private final Person person;
  private final Page page;

  Clicking(Person person) {
    this.person = person;
    this.page = person.page();
  }

  Page page() {
    return page;
  }

  /** "Navigate to System Security › Users and Groups › Users." */
  void navigateTo(String... path) {
    person.navigatesTo(path);
    assertThat(person.heading()).isVisible();
  }

  /** "Select New", on a list. */
  void selectNew() {
    page.getByRole(AriaRole.LINK, exact("New")).click();
    formIsReady();
  }

  /** "In the … related list, select New." */
  void selectNewIn(String relatedList) {
    relatedList(relatedList)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^New ")))
        .click();
    formIsReady();
  }

  /** "From the list, select the … record." */
  void select(String record) {
    page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK, in(record)).first().click();
    formIsReady();
  }

  void selectIn(String relatedList, String record) {
    relatedList(relatedList).getByRole(AriaRole.LINK, in(record)).first().click();
    assertThat(person.heading()).containsText(record);
    formIsReady();
  }

  Locator relatedList(String title) {
    Locator list = page.getByRole(AriaRole.REGION, exact(title)).first();
    list.scrollIntoViewIfNeeded();
    return list;
  }

  void fill(String field, String value) {
    form().getByLabel(field, new Locator.GetByLabelOptions().setExact(true)).fill(value);
  }

  void choose(String field, String option) {
    form()
        .getByLabel(field, new Locator.GetByLabelOptions().setExact(true))
        .selectOption(new SelectOption().setLabel(option));
  }

  /** "Select the lookup using list icon, and then select the … record from the list." */
  void lookUp(String field, String record) {
    lookUpIn(form().getByRole(AriaRole.GROUP, in(field + " field")), record);
  }

  void lookUpIn(Locator reference, String record) {
    reference.getByRole(AriaRole.BUTTON, in("Lookup using list")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Search", new Locator.GetByLabelOptions().setExact(true)).fill(record);
    dialog.getByRole(AriaRole.BUTTON, in(record)).click();
    assertThat(dialog).hasCount(0);
  }

  /** "From the list, select …": typed until it is offered. */
  void pick(String field, String name) {
    Locator box = form().getByRole(AriaRole.COMBOBOX, in(field));
    box.click();
    box.pressSequentially(name);
    form().getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName(name)).first().click();
  }

  /** Moves fields to the list "Selected". */
  void addItems(String... labels) {
    page.getByLabel("Available", new Page.GetByLabelOptions().setExact(true))
        .selectOption(
            Stream.of(labels)
                .map(label -> new SelectOption().setLabel(label))
                .toArray(SelectOption[]::new));
    person.presses("Add item");
  }

  void press(String button) {
    person.presses(button);
  }

  /** Presses what stores the form and leads to another page. */
  void pressAndLeave(String button) {
    String before = page.url();
    press(button);
    page.waitForURL(url -> !url.equals(before));
  }

  void submit() {
    pressAndLeave("Submit");
  }

  void formIsReady() {
    person.formIsReady();
  }

  Locator form() {
    return page.locator("#record-form");
  }

  static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  static Page.GetByRoleOptions exact(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
