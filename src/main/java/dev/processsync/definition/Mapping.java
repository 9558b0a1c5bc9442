package dev.processsync.definition;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.dictionary.TableRecord;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records of the tables, typed. */
public final class Mapping {

  private static final Pattern DISABLED_BY = Pattern.compile("Disabled by (.+)\\.");

  private Mapping() {}

  public static RemoteSystem remoteSystem(TableRecord stored) {
    return new RemoteSystem(
        stored.sysId(),
        stored.get("name"),
        stored.get("definition"),
        stored.get("external_id"),
        stored.get("connection_alias"),
        stored.get("inbound_api_user"),
        stored.get("run_as"),
        stored.get("error_subflow"),
        stored.get("instance_id"),
        state(stored.get("outbound_state")),
        state(stored.get("inbound_state")),
        RunAsChoice.of(stored),
        disabledBy(stored));
  }

  static CaptureDefinition capture(TableRecord stored) {
    return new CaptureDefinition(
        stored.sysId(),
        stored.get("definition"),
        stored.get("process_event"),
        stored.has("order") ? Long.parseLong(stored.get("order")) : 0,
        stored.get("table"),
        stored.get("filter"),
        List.of(stored.get("fields").split(",")),
        "send".equals(stored.get("on_leave")));
  }

  static FlowBinding flow(TableRecord stored) {
    return new FlowBinding(
        stored.sysId(),
        stored.get("process_event"),
        stored.get("remote_system"),
        stored.get("subflow"),
        ConflictPolicy.of(stored.get("conflict_policy")).orElse(ConflictPolicy.NEWEST),
        WhenGone.of(stored.get("on_delete")).orElse(WhenGone.END_LINK),
        WhenGone.of(stored.get("on_leave")).orElse(WhenGone.KEEP));
  }

  /** Earlier versions said it in words alone. */
  private static String disabledBy(TableRecord stored) {
    Matcher inWords = DISABLED_BY.matcher(stored.get("state_reason"));
    return stored.get("disabled_by").isEmpty()
            && "disabled".equals(stored.get("inbound_state"))
            && inWords.matches()
        ? inWords.group(1)
        : stored.get("disabled_by");
  }

  private static RemoteSystem.State state(String stored) {
    return RemoteSystem.State.valueOf(stored.toUpperCase(Locale.ROOT));
  }
}
