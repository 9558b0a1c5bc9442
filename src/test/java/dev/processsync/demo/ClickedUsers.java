package dev.processsync.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** Steps 1–18: the users whom the instances log in as, and whom their flows run as. */
final class ClickedUsers {

  private static final String[] USERS = {"System Security", "Users and Groups", "Users"};

  private final Clicking clicking;
  private final Page page;
  private final Instance instance;

  ClickedUsers(Clicking clicking, Instance instance) {
    this.clicking = clicking;
    this.page = clicking.page();
    this.instance = instance;
  }

  /** Steps 1–9, or 10–18 on Instance B. */
  void create() {
    clicking.navigateTo(USERS);
    createUser(
        instance.apiUser(),
        "RPS API User for " + instance.label(),
        instance.passwords().api(),
        "ih_process_sync_api",
        "snc_external");
    clicking.navigateTo(USERS);
    createUser(
        Instance.RUN_AS_USER,
        "RPS Run as User",
        instance.passwords().runAs(),
        "ih_process_sync_run_as",
        "incident_manager");
  }

  private void createUser(String userId, String firstName, String password, String... roles) {
    clicking.selectNew();
    clicking.fill("User ID", userId);
    clicking.fill("First name", firstName);
    clicking.press("Save");
    setPassword(password);
    clicking.navigateTo(USERS);
    clicking.select(userId);
    grant(roles);
  }

  private void setPassword(String password) {
    clicking.press("Set Password");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("New password").fill(password);
    dialog.getByLabel("Confirm password").fill(password);
    dialog.getByRole(AriaRole.BUTTON, Clicking.in("Save Password")).click();
    assertThat(page.getByText("Password set")).isVisible();
  }

  private void grant(String... roles) {
    clicking.relatedList("Roles").getByRole(AriaRole.LINK, Clicking.in("Edit…")).click();
    for (String role : roles) {
      page.getByLabel("Search Collection").fill(role);
      page.getByLabel("Collection", new Page.GetByLabelOptions().setExact(true))
          .selectOption(new SelectOption().setLabel(role));
      clicking.press("Add");
    }
    clicking.pressAndLeave("Save");
    for (String role : roles) {
      assertThat(clicking.relatedList("Roles").getByText(role)).isVisible();
    }
  }
}
