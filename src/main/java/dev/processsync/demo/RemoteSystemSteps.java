package dev.processsync.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps 23–27: the definition on each side, the remote system that stands for the other side, and
 * its activation.
 */
final class RemoteSystemSteps {

  private final Instance a;
  private final Instance b;
  private final Tutorial.Reading reading;

  RemoteSystemSteps(Instance a, Instance b, Tutorial.Reading reading) {
    this.a = a;
    this.b = b;
    this.reading = reading;
  }

  List<Step> steps() {
    return List.of(
        new Step(23, a, "create the Process Sync Definition", () -> definition(a)),
        new Step(24, a, "create the Remote System, copy its sys_id", () -> remoteSystem(a, "")),
        new Step(25, b, "create the Process Sync Definition", () -> definition(b)),
        new Step(
            26,
            b,
            "create the Remote System, copy its sys_id",
            () -> remoteSystem(b, a.remoteSystemRecord().sysId())),
        new Step(27, b, "set the External ID, validate and activate", this::validateAndActivate));
  }

  private static String definition(Instance instance) {
    return Kept.orCreated(
        instance,
        "Process Sync Definition '" + instance.definition() + "'",
        "ih_sync_definition",
        "name=" + instance.definition(),
        Map.of("name", instance.definition(), "description", instance.definitionDescription()));
  }

  private static String remoteSystem(Instance instance, String externalId) {
    String alias = "RPS_" + instance.peer() + "_Demo";
    Map<String, String> fields = new HashMap<>();
    fields.put("definition", instance.definitionRecord().sysId());
    fields.put("name", instance.remoteSystem());
    fields.put("description", instance.remoteSystemDescription());
    fields.put("connection_alias", instance.named("sys_alias", "id", alias).sysId());
    fields.put("inbound_api_user", user(instance, instance.apiUser()));
    fields.put("run_as", user(instance, Instance.RUN_AS_USER));
    if (!externalId.isEmpty()) {
      fields.put("external_id", externalId);
    }
    return Kept.orCreated(
        instance,
        "Remote System '" + instance.remoteSystem() + "'",
        "ih_sync_remote_system",
        "name=" + instance.remoteSystem(),
        fields);
  }

  private static String user(Instance instance, String userName) {
    return instance.named("sys_user", "user_name", userName).sysId();
  }

  private String validateAndActivate() {
    String told =
        switch (reading) {
          case AS_MEANT -> setExternalId(a, b);
          case TO_THE_LETTER -> setExternalId(b, a);
        };
    String record = b.remoteSystemRecord().sysId();
    String message =
        b.admin()
            .post("remote-systems/" + record + "/validate-and-activate", Map.of())
            .at("/result/message")
            .asText();
    return told
        + "; %s: '%s' is %s, '%s' on %s is %s"
            .formatted(
                message, b.remoteSystem(), states(b), a.remoteSystem(), a.label(), states(a));
  }

  private static String setExternalId(Instance here, Instance there) {
    here.admin()
        .update(
            "ih_sync_remote_system",
            here.remoteSystemRecord().sysId(),
            Map.of("external_id", there.remoteSystemRecord().sysId()));
    return "set the External ID of '%s' on %s".formatted(here.remoteSystem(), here.label());
  }

  private static String states(Instance instance) {
    Row record = instance.remoteSystemRecord();
    return "outbound %s, inbound %s"
        .formatted(record.get("outbound_state"), record.get("inbound_state"));
  }
}
