package dev.processsync.demo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Steps 19–22: how one instance reaches the other. */
final class ClickedConnection {

  private final Clicking clicking;
  private final Page page;
  private final Instance here;
  private final Instance other;

  ClickedConnection(Clicking clicking, Instance here, Instance other) {
    this.clicking = clicking;
    this.page = clicking.page();
    this.here = here;
    this.other = other;
  }

  void create() {
    createCredentials();
    createAliasAndConnection();
  }

  /** Step 19 or 21. */
  private void createCredentials() {
    clicking.navigateTo("IntegrationHub", "Connections & Credentials", "Credentials");
    page.getByRole(AriaRole.LINK, Clicking.exact("New")).click();
    page.locator(".cards").getByRole(AriaRole.LINK).getByText("Basic Auth Credentials").click();
    clicking.formIsReady();
    clicking.fill("Name", "RPS " + here.peer() + " Credentials");
    clicking.fill("User name", other.apiUser());
    clicking.fill("Password", other.passwords().api());
    clicking.submit();
  }

  /** Step 20 or 22. */
  private void createAliasAndConnection() {
    clicking.navigateTo(
        "IntegrationHub", "Connections & Credentials", "Connection & Credential Aliases");
    clicking.selectNew();
    clicking.fill("Name", "RPS " + here.peer() + " Demo");
    clicking.submit();
    clicking.select("RPS " + here.peer() + " Demo");
    clicking.selectNewIn("Connections");
    clicking.fill("Name", "RPS " + here.peer());
    clicking.lookUp("Credential", "RPS " + here.peer() + " Credentials");
    clicking.fill("Connection URL", other.admin().baseUrl().toString());
    clicking.submit();
  }
}
