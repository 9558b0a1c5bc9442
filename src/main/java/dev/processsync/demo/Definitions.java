package dev.processsync.demo;

import java.util.Locale;
import java.util.Map;

/** What several chapters do to a Process Sync Definition. */
final class Definitions {

  static final String OUTBOUND_COPY = "Copy of Remote Process Sync Outbound Flow Template - Basic";
  static final String INBOUND_COPY = "Copy of Remote Process Sync Inbound Flow Template - Basic";

  private Definitions() {}

  static String open(Instance instance) {
    return "opened Process Sync Definition '%s' (sys_id %s)"
        .formatted(instance.definition(), instance.definitionRecord().sysId());
  }

  /** A subflow's key says what it is for: {@code request-hardware-outbound}. */
  static String key(String event, String direction) {
    return event.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + direction;
  }

  static String bind(
      Instance instance, String label, String table, String event, SubflowCopy copy) {
    String eventId = instance.event(event).sysId();
    String remoteSystem = instance.remoteSystemRecord().sysId();
    return Kept.orCreated(
        instance,
        label + " '" + event + "' → " + copy.key(),
        table,
        "process_event=" + eventId + "^remote_system=" + remoteSystem,
        Map.of(
            "definition",
            instance.definitionRecord().sysId(),
            "process_event",
            eventId,
            "subflow",
            copy.key(),
            "remote_system",
            remoteSystem));
  }
}
