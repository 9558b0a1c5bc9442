package dev.processsync.demo;

import java.net.URI;

/** Links two instances by the tutorial, for tests that live elsewhere. */
public final class TutorialLink {

  private TutorialLink() {}

  /**
   * Each address is what the other side's connection gets as its URL: a load balancer's, if the
   * instance has several nodes.
   */
  public static void perform(URI customer, String customerAdmin, URI vendor, String vendorAdmin) {
    Instance a =
        Instance.customer(
            customer, new Passwords(customerAdmin, "customers-api-user", "customers-run-as"));
    Instance b =
        Instance.vendor(vendor, new Passwords(vendorAdmin, "vendors-api-user", "vendors-run-as"));
    new Tutorial(a, b, Tutorial.Reading.AS_MEANT).steps().forEach(Step::perform);
  }
}
