package dev.processsync.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Steps 23–27: the definitions, and on each side the record that stands for the other one. */
final class ClickedRemoteSystems {

  private final Clicking a;
  private final Clicking b;
  private final Instance customer;
  private final Instance vendor;

  ClickedRemoteSystems(Clicking a, Clicking b, Instance customer, Instance vendor) {
    this.a = a;
    this.b = b;
    this.customer = customer;
    this.vendor = vendor;
  }

  void createAndActivate() {
    createDefinition(a, customer);
    fillRemoteSystem(a, customer);
    String idOnA = copySysId(a);
    a.submit();
    createDefinition(b, vendor);
    fillRemoteSystem(b, vendor);
    b.fill("External ID", idOnA);
    b.submit();
    b.selectIn("Remote Systems", vendor.remoteSystem());
    String idOnB = copySysId(b);
    giveExternalId(a, customer, idOnB);
    giveExternalId(b, vendor, idOnA);
    validateAndActivate();
  }

  /** Step 23 or 25. */
  private static void createDefinition(Clicking clicking, Instance instance) {
    clicking.navigateTo("IntegrationHub", "Remote Process Sync", "Process Sync Definitions");
    clicking.selectNew();
    clicking.fill("Name", instance.definition());
    clicking.fill("Description", instance.definitionDescription());
    clicking.submit();
    clicking.select(instance.definition());
  }

  /** Step 24 or 26. */
  private static void fillRemoteSystem(Clicking clicking, Instance instance) {
    clicking.selectNewIn("Remote Systems");
    clicking.fill("Name", instance.remoteSystem());
    clicking.fill("Description", instance.remoteSystemDescription());
    clicking.lookUp("Connection Alias", "RPS_" + instance.peer() + "_Demo");
    clicking.lookUp("Inbound API User", "RPS API User for " + instance.label());
    clicking.lookUp("Run as", "RPS Run as User");
  }

  /** What the clipboard holds after it. */
  private static String copySysId(Clicking clicking) {
    Page page = clicking.page();
    clicking.press("Additional actions");
    clicking.press("Copy sys_id");
    assertThat(page.getByText("sys_id copied")).isVisible();
    return (String) page.evaluate("navigator.clipboard.readText()");
  }

  /** Step 27: what the tutorial does on one side belongs on both. */
  private static void giveExternalId(Clicking clicking, Instance instance, String id) {
    clicking.navigateTo("IntegrationHub", "Remote Process Sync", "Remote Systems - All");
    clicking.select(instance.remoteSystem());
    clicking.fill("External ID", id);
    clicking.pressAndLeave("Update");
  }

  private void validateAndActivate() {
    b.select(vendor.remoteSystem());
    b.press("Validate and Activate Remote System");
    assertThat(b.page().getByText("Remote system validated and activated successfully"))
        .isVisible();
    assertThat(b.form().getByRole(AriaRole.COMBOBOX, Clicking.in("Outbound state")))
        .hasValue("active");
  }
}
