package dev.processsync.demo;

import java.net.URI;

/** Links two running instances as the tutorial does, for those who need them linked. */
public final class TutorialPair {

  private TutorialPair() {}

  /**
   * @param adminPassword of user {@code admin} on both
   */
  public static void link(URI customer, URI vendor, String adminPassword) {
    Instance a = Instance.customer(customer, passwords(adminPassword, "customer"));
    Instance b = Instance.vendor(vendor, passwords(adminPassword, "vendor"));
    new Tutorial(a, b, Tutorial.Reading.AS_MEANT).steps().forEach(Step::perform);
  }

  private static Passwords passwords(String admin, String name) {
    return new Passwords(admin, "api-password-of-" + name, "run-as-password-of-" + name);
  }
}
