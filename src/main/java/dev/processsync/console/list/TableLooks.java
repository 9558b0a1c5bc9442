package dev.processsync.console.list;

import dev.processsync.console.list.ListView.Nothing;
import dev.processsync.dictionary.Table;
import java.util.Map;

/** Icons of tables, and what to do where one has no records. */
final class TableLooks {

  private static final Map<String, String> ICONS =
      Map.ofEntries(
          Map.entry("incident", "ticket"),
          Map.entry("problem", "alert-triangle"),
          Map.entry("change_request", "git-branch"),
          Map.entry("sc_req_item", "inbox"),
          Map.entry("sys_user", "user"),
          Map.entry("sys_user_group", "users"),
          Map.entry("sys_user_role", "shield"),
          Map.entry("basic_auth_credentials", "key-round"),
          Map.entry("sys_alias", "link"),
          Map.entry("http_connection", "plug"),
          Map.entry("ih_sync_definition", "git-compare-arrows"),
          Map.entry("ih_sync_process_event", "activity"),
          Map.entry("ih_sync_remote_system", "server"),
          Map.entry("ih_sync_capture_definition", "filter"),
          Map.entry("ih_sync_outbound_definition", "workflow"),
          Map.entry("ih_sync_inbound_definition", "workflow"),
          Map.entry("ih_sync_correlation", "link"),
          Map.entry("ih_sync_conflict", "git-compare-arrows"),
          Map.entry("ih_sync_outbound_queue", "send"),
          Map.entry("ih_sync_inbound_queue", "inbox"),
          Map.entry("ih_sync_subflow_history", "history"),
          Map.entry("ih_sync_purge_run", "trash-2"),
          Map.entry("sys_email", "mail"),
          Map.entry("sys_properties", "settings"));

  /** Where records are made by the system: what makes it do so. */
  private static final Map<String, String> MADE_BY_SYSTEM =
      Map.of(
          "ih_sync_outbound_queue",
          "An entry comes with each change that an active capture definition captures.",
          "ih_sync_inbound_queue",
          "An entry comes with each message of an active remote system.",
          "ih_sync_correlation",
          "A correlation is made when a record's first event is sent or received.",
          "ih_sync_conflict",
          "A conflict is kept when both sides have changed a field before they heard of each other.",
          "ih_sync_purge_run",
          "The queues are purged once a day.",
          "sys_email",
          "A mail is made when a flow sends a notification.",
          "ih_sync_remote_capture",
          "They come with Validate and Activate Remote System.",
          "ih_sync_subflow_history",
          "A line is written when a subflow is copied, saved or published.",
          "sys_properties",
          "They are made when the instance starts.");

  private TableLooks() {}

  static String icon(Table table) {
    return ICONS.getOrDefault(table.name(), "table");
  }

  /** Whether people make records here; what the system makes, nobody else should. */
  static boolean isMadeByPeople(Table table) {
    return !MADE_BY_SYSTEM.containsKey(table.name());
  }

  /** For a filter that no record meets. */
  static Nothing nothingMeets(Table table) {
    return new Nothing(
        "search",
        isOne(table)
            ? "Nothing in " + table.plural() + " meets this filter"
            : "No " + table.plural() + " meet this filter",
        "Change a condition, or choose All above to see every record.");
  }

  /** For a table without records. */
  static Nothing nothingYet(Table table, boolean mayCreate) {
    String hint =
        mayCreate
            ? "Choose New to make the first."
            : MADE_BY_SYSTEM.getOrDefault(
                table.name(), "None was made so far, and your roles don't let you make one.");
    String title = isOne(table) ? table.plural() + " is empty" : "No " + table.plural() + " yet";
    return new Nothing(icon(table), title, hint);
  }

  /** A queue and a history are things of their own, not several. */
  private static boolean isOne(Table table) {
    return !isMadeByPeople(table) && table.plural().equals(table.label());
  }
}
