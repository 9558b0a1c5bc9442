package dev.processsync.console.list;

import static java.util.Map.entry;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns and order of a list before its user chooses, curated for the tables that people know. */
final class ListDefaults {

  private static final int MOST = 8;
  private static final String TASK =
      "number short_description priority state assignment_group assigned_to sys_updated_on";
  private static final String QUEUE =
      "sequence sys_created_on status error_info process_event local_record remote_system "
          + "operation time_in_queue processing_time";
  private static final String FLOW = "process_event subflow remote_system definition";

  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          entry(
              "incident",
              "number short_description caller_id priority state assignment_group assigned_to"
                  + " sys_updated_on"),
          entry("problem", TASK),
          entry("change_request", TASK),
          entry("sc_req_item", TASK),
          entry("sys_user", "user_name name email active sys_updated_on"),
          entry("sys_alias", "name id sys_updated_on"),
          entry("http_connection", "name connection_url credential connection_alias active"),
          entry("basic_auth_credentials", "name user_name sys_updated_on"),
          entry("ih_sync_definition", "name description sys_updated_on"),
          entry("ih_sync_process_event", "name definition sys_updated_on"),
          entry(
              "ih_sync_remote_system",
              "name definition outbound_state inbound_state connection_alias external_id"
                  + " state_reason"),
          entry("ih_sync_capture_definition", "process_event state order table filter definition"),
          entry("ih_sync_outbound_definition", FLOW),
          entry("ih_sync_inbound_definition", FLOW),
          entry(
              "ih_sync_correlation",
              "local_correlation_id remote_correlation_id local_table local_record remote_system"
                  + " state ended_because ended_on ended_by sys_created_on"),
          entry(
              "ih_sync_conflict",
              "field local_table local_value remote_value outcome state remote_system"
                  + " sys_created_on"),
          entry("ih_sync_outbound_queue", QUEUE.replace("status", "status receipt")),
          entry("ih_sync_inbound_queue", QUEUE),
          entry("ih_sync_subflow_history", "subflow action version done_by sys_created_on details"),
          entry("sys_properties", "name value type description"),
          entry("sys_email", "subject state recipients source tries sent error_info"));

  private static final Set<String> NEWEST_FIRST =
      Set.of(
          "ih_sync_outbound_queue",
          "ih_sync_inbound_queue",
          "ih_sync_correlation",
          "ih_sync_conflict",
          "ih_sync_purge_run",
          "ih_sync_subflow_history",
          "sys_email");

  private ListDefaults() {}

  /** Names of fields of the table. */
  static List<String> columns(Table table) {
    String curated = COLUMNS.get(table.name());
    if (curated != null) {
      return List.of(curated.split(" "));
    }
    Set<String> names = new LinkedHashSet<>();
    Table.Numbering numbering = table.numbering();
    if (numbering != null) {
      names.add(numbering.field());
    }
    names.add(table.display());
    table.fields().values().stream()
        .filter(field -> field.searchable() && tellsMuch(field))
        .forEach(field -> names.add(field.name()));
    table.fields().values().stream()
        .filter(ListDefaults::tellsMuch)
        .forEach(field -> names.add(field.name()));
    return names.stream().limit(MOST).toList();
  }

  /** As an encoded query. */
  static String order(Table table) {
    if (NEWEST_FIRST.contains(table.name())) {
      return "ORDERBYDESC" + table.newest();
    } else if (table.name().equals("ih_sync_capture_definition")) {
      return "ORDERBYorder";
    }
    Table.Numbering numbering = table.numbering();
    return numbering == null ? "ORDERBY" + table.display() : "ORDERBYDESC" + numbering.field();
  }

  private static boolean tellsMuch(Field field) {
    return field.type() != FieldType.TEXT
        && field.isOffered()
        && !Set.of("sys_id", "sys_class_name", "sys_mod_count").contains(field.name());
  }
}
