package dev.processsync.demo;

import java.net.URI;

/**
 * One of the tutorial's two instances: what its administrator knows and how the tutorial calls
 * things there.
 *
 * @param letter A for the customer, B for the vendor
 * @param peer what the other side is called here: Vendor or Customer
 * @param definition name of the Process Sync Definition that belongs here
 * @param remoteSystem name of the Remote System record that stands for the other side
 */
record Instance(
    char letter,
    String peer,
    String definition,
    String definitionDescription,
    String remoteSystem,
    String remoteSystemDescription,
    InstanceClient admin,
    Passwords passwords) {

  static final String REQUEST_HARDWARE = "Request Hardware";
  static final String HARDWARE_REQUEST_FULFILLED = "Hardware Request Fulfilled";
  static final String RUN_AS_USER = "rps.run.as";

  static Instance customer(URI baseUrl, Passwords passwords) {
    return new Instance(
        'A',
        "Vendor",
        "Hardware Request Process",
        "Process for requesting hardware and handling fulfilled hardware requests",
        "Vendor Instance - Instance B",
        "Vendor instance that fulfills hardware requests",
        new InstanceClient(baseUrl, "admin", passwords.admin()),
        passwords);
  }

  static Instance vendor(URI baseUrl, Passwords passwords) {
    return new Instance(
        'B',
        "Customer",
        "Hardware Fulfillment Process",
        "Process for fulfilling hardware requests",
        "Customer Instance - Instance A",
        "Customer instance that requests hardware",
        new InstanceClient(baseUrl, "admin", passwords.admin()),
        passwords);
  }

  String label() {
    return "Instance " + letter;
  }

  /** Who the other instance is here: the user whose login its connection carries. */
  String apiUser() {
    return "rps.api.instance." + Character.toLowerCase(letter);
  }

  /** The record of this name that an earlier step made; a step that misses it says so. */
  Row named(String table, String field, String name) {
    return admin
        .first(table, field + "=" + name)
        .orElseThrow(() -> new StepMissed(label(), table, field, name));
  }

  Row definitionRecord() {
    return named("ih_sync_definition", "name", definition);
  }

  Row remoteSystemRecord() {
    return named("ih_sync_remote_system", "name", remoteSystem);
  }

  Row event(String name) {
    return admin
        .first(
            "ih_sync_process_event", "name=" + name + "^definition=" + definitionRecord().sysId())
        .orElseThrow(() -> new StepMissed(label(), "ih_sync_process_event", "name", name));
  }
}
