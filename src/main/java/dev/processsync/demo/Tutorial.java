package dev.processsync.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * "Build your first Remote Process Sync integration": its 51 steps by number, each as what a user
 * does through the public HTTP interface. Performed again, it keeps what it finds.
 */
final class Tutorial {

  /** How step 27 is read, where the tutorial names the wrong record. */
  enum Reading {
    /** The External ID of Instance A's record is set to the id copied in step 26. */
    AS_MEANT,
    /** Only Instance B's record is set; validation fills the other side's. */
    TO_THE_LETTER
  }

  private final Instance a;
  private final Instance b;
  private final Reading reading;

  Tutorial(Instance a, Instance b, Reading reading) {
    this.a = a;
    this.b = b;
    this.reading = reading;
  }

  List<Step> steps() {
    return Stream.of(
            new UserSteps(a).from(1),
            new UserSteps(b).from(10),
            new ConnectionSteps(a, b).from(19),
            new ConnectionSteps(b, a).from(21),
            new RemoteSystemSteps(a, b, reading).steps(),
            SendingSteps.ofTheCustomer(a),
            SendingSteps.ofTheVendor(b),
            ReceivingSteps.ofTheVendor(b),
            ReceivingSteps.ofTheCustomer(a))
        .flatMap(List::stream)
        .toList();
  }

  void perform(Narrator narrator) {
    steps().forEach(step -> narrator.tell(step, step.perform()));
  }

  /** Whether an earlier start has performed all of it: the last step's record is there. */
  boolean isPerformed() {
    return a.admin()
        .first(
            "ih_sync_inbound_definition",
            "process_event.name="
                + Instance.HARDWARE_REQUEST_FULFILLED
                + "^remote_system.name="
                + a.remoteSystem())
        .isPresent();
  }
}
