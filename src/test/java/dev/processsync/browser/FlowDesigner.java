package dev.processsync.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The Flow Designer's page, as somebody finds their way on it. */
public record FlowDesigner(Page page) {

  /** "More Actions", and one of them. */
  public void choose(String action) {
    button(main(), "More Actions").click();
    button(main(), action).click();
  }

  /** An element of the diagram. */
  public Locator shape(String id) {
    return page.locator(".djs-shape[data-element-id='" + id + "']");
  }

  /** The panel with what the chosen element is given. */
  public Locator properties() {
    return page.locator("#properties");
  }

  /**
   * As the tutorial (steps 41, 42, 48): the field, the data pill picker, "1 - Transform … › Changed
   * Fields › pill".
   */
  public void addField(String field, String pill) {
    button(properties(), "Add field").click();
    Locator name =
        properties().getByLabel("Field", new Locator.GetByLabelOptions().setExact(true)).last();
    assertThat(name).isFocused();
    name.fill(field);
    name.press("Tab");
    properties()
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^Data pill picker for .*")))
        .last()
        .click();
    button(
            page.getByRole(
                AriaRole.GROUP,
                new Page.GetByRoleOptions().setName("Changed Fields").setExact(true)),
            pill)
        .click();
  }

  private Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
