package dev.processsync.demo;

import java.util.List;
import java.util.Map;

/** Steps 28–32 and 33–37: the process events, what is captured for one, and how it is sent. */
final class SendingSteps {

  static final String OUTBOUND_TEMPLATE = "outbound-flow-template-basic";

  private final Instance instance;
  private final String sends;
  private final String filterBesidesGroup;
  private final String fields;

  private SendingSteps(Instance instance, String sends, String filterBesidesGroup, String fields) {
    this.instance = instance;
    this.sends = sends;
    this.filterBesidesGroup = filterBesidesGroup;
    this.fields = fields;
  }

  static List<Step> ofTheCustomer(Instance a) {
    return new SendingSteps(
            a,
            Instance.REQUEST_HARDWARE,
            "",
            "number,short_description,assignment_group,severity,state")
        .from(28);
  }

  static List<Step> ofTheVendor(Instance b) {
    return new SendingSteps(
            b,
            Instance.HARDWARE_REQUEST_FULFILLED,
            "^incident_state=6",
            "number,state,resolved_by,close_notes,close_code")
        .from(33);
  }

  private List<Step> from(int first) {
    return List.of(
        new Step(first, instance, "open the definition", () -> Definitions.open(instance)),
        new Step(first + 1, instance, "create the event", () -> event(Instance.REQUEST_HARDWARE)),
        new Step(
            first + 2,
            instance,
            "create the event",
            () -> event(Instance.HARDWARE_REQUEST_FULFILLED)),
        new Step(first + 3, instance, "create the Capture Definition", this::capture),
        new Step(first + 4, instance, "copy the template, bind it", this::outboundFlow));
  }

  private String event(String name) {
    String definition = instance.definitionRecord().sysId();
    return Kept.orCreated(
        instance,
        "Process Event '" + name + "'",
        "ih_sync_process_event",
        "name=" + name + "^definition=" + definition,
        Map.of("name", name, "definition", definition));
  }

  private String capture() {
    String event = instance.event(sends).sysId();
    String group = instance.named("sys_user_group", "name", "Hardware").sysId();
    return Kept.orCreated(
        instance,
        "Capture Definition for '" + sends + "' of incident(" + fields + ")",
        "ih_sync_capture_definition",
        "process_event=" + event,
        Map.of(
            "definition",
            instance.definitionRecord().sysId(),
            "process_event",
            event,
            "state",
            "active",
            "table",
            "incident",
            "filter",
            "assignment_group=" + group + filterBesidesGroup,
            "fields",
            fields));
  }

  private String outboundFlow() {
    SubflowCopy copy =
        new SubflowCopy(instance, OUTBOUND_TEMPLATE, Definitions.key(sends, "outbound"));
    return copy.make(Definitions.OUTBOUND_COPY)
        + "; "
        + copy.publish()
        + "; "
        + Definitions.bind(instance, "Outbound Flow", "ih_sync_outbound_definition", sends, copy);
  }
}
