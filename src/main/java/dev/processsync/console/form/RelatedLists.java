package dev.processsync.console.form;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.record.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands below a form. */
@Component
class RelatedLists {

  private static final String REMOTE_SYSTEM = "remote_system";
  private static final String DEFINITION = "definition";
  private static final String PROCESS_EVENT = "process_event";

  /**
   * In the order and with the names of the tutorial. What is not named here would be noise (every
   * task refers to users five times), or too many to search (all that was ever sent of an event).
   */
  private static final Map<String, List<Shown>> CHOSEN =
      Map.of(
          "ih_sync_definition",
          List.of(
              new Shown("Process Events", "ih_sync_process_event", DEFINITION),
              new Shown("Remote Systems", "ih_sync_remote_system", DEFINITION),
              new Shown("Capture Definitions", "ih_sync_capture_definition", DEFINITION),
              new Shown("Outbound Flows", "ih_sync_outbound_definition", DEFINITION),
              new Shown("Inbound Flows", "ih_sync_inbound_definition", DEFINITION)),
          "ih_sync_process_event",
          List.of(
              new Shown("Capture Definitions", "ih_sync_capture_definition", PROCESS_EVENT),
              new Shown("Outbound Flows", "ih_sync_outbound_definition", PROCESS_EVENT),
              new Shown("Inbound Flows", "ih_sync_inbound_definition", PROCESS_EVENT)),
          "ih_sync_remote_system",
          List.of(
              new Shown("Outbound Flows", "ih_sync_outbound_definition", REMOTE_SYSTEM),
              new Shown("Inbound Flows", "ih_sync_inbound_definition", REMOTE_SYSTEM),
              new Shown("Remote Captures", "ih_sync_remote_capture", REMOTE_SYSTEM),
              new Shown("Correlations", "ih_sync_correlation", REMOTE_SYSTEM),
              new Shown("Outbound Queue", "ih_sync_outbound_queue", REMOTE_SYSTEM),
              new Shown("Inbound Queue", "ih_sync_inbound_queue", REMOTE_SYSTEM)),
          "ih_sync_capture_definition",
          List.of(),
          "sys_user",
          List.of(
              new Shown("Roles", "sys_user_has_role", "user"),
              new Shown("Groups", "sys_user_grmember", "user")),
          "sys_user_group",
          List.of(new Shown("Group Members", "sys_user_grmember", "group")),
          "sys_user_role",
          List.of(new Shown("Users", "sys_user_has_role", "role")),
          "sys_alias",
          List.of(new Shown("Connections", "http_connection", "connection_alias")),
          "basic_auth_credentials",
          List.of(new Shown("Connections", "http_connection", "credential")));

  private final Dictionary dictionary;

  RelatedLists(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  private record Shown(String title, String table, String field) {}

  /** The lists below a record of this table, as far as the actor may read them. */
  List<RelatedList> of(Actor actor, Table table) {
    List<Shown> chosen = CHOSEN.get(table.name());
    Stream<Shown> shown = chosen == null ? everything(table) : chosen.stream();
    return shown.flatMap(one -> readable(actor, table, one).stream()).toList();
  }

  private Optional<RelatedList> readable(Actor actor, Table parent, Shown shown) {
    return dictionary
        .find(shown.table())
        .filter(table -> actor.hasAnyOf(table.access().read()))
        .map(
            table ->
                new RelatedList(
                    shown.title(),
                    shown.table(),
                    shown.field(),
                    Membership.of(parent, table, shown.field()).isPresent()
                        && actor.hasAnyOf(table.access().create())));
  }

  /** A table of one's own dictionary: whatever refers to it. */
  private Stream<Shown> everything(Table parent) {
    return dictionary.tables().stream()
        .flatMap(
            table ->
                table.fields().values().stream()
                    .filter(field -> parent.name().equals(field.reference()))
                    .map(
                        field ->
                            new Shown(title(table, field, parent), table.name(), field.name())));
  }

  /**
   * "Incidents", but "Incidents: Parent Incident" where several fields or the table itself refer.
   */
  private static String title(Table table, Field field, Table parent) {
    long several =
        table.fields().values().stream()
            .filter(other -> parent.name().equals(other.reference()))
            .count();
    boolean plain = several == 1 && !table.name().equals(parent.name());
    return plain ? table.plural() : table.plural() + ": " + field.label();
  }
}
