package dev.processsync.console.page;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.identity.Role;
import dev.processsync.record.Actor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The menu, with the paths of the tutorial (steps 1, 19, 20, 23, 27, 39), as far as someone's roles
 * reach.
 */
@Component
class Navigation {

  private final Dictionary dictionary;
  private final List<MenuSection> all;

  Navigation(Dictionary dictionary) {
    this.dictionary = dictionary;
    this.all = sections();
  }

  /** What this user may open; groups and sections with nothing in them are left out. */
  List<MenuSection> of(Actor actor) {
    return all.stream()
        .map(section -> new MenuSection(section.label(), section.icon(), groups(section, actor)))
        .filter(section -> !section.groups().isEmpty())
        .toList();
  }

  private static List<MenuGroup> groups(MenuSection section, Actor actor) {
    return section.groups().stream()
        .map(
            group ->
                new MenuGroup(
                    group.label(),
                    group.items().stream().filter(item -> item.allows().test(actor)).toList()))
        .filter(group -> !group.items().isEmpty())
        .toList();
  }

  private List<MenuSection> sections() {
    List<MenuSection> sections = new ArrayList<>();
    Set<String> named = new HashSet<>();
    sections.add(
        section(
            "Service Desk",
            "ticket",
            group(
                "",
                list("Incidents", "incident", "", named),
                list("Problems", "problem", "", named),
                list("Change Requests", "change_request", "", named),
                list("Requested Items", "sc_req_item", "", named))));
    sections.add(
        section(
            "System Security",
            "shield",
            group(
                "Users and Groups",
                list("Users", "sys_user", "", named),
                list("Groups", "sys_user_group", "", named),
                list("Roles", "sys_user_role", "", named))));
    sections.add(
        section(
            "IntegrationHub",
            "plug",
            group(
                "Connections & Credentials",
                list("Credentials", "basic_auth_credentials", "", named),
                list("Connection & Credential Aliases", "sys_alias", "", named),
                list("Connections", "http_connection", "", named)),
            group(
                "Remote Process Sync",
                list("Process Sync Definitions", "ih_sync_definition", "", named),
                list("Remote Systems - All", "ih_sync_remote_system", "", named),
                list(
                    "Remote Systems - With Errors",
                    "ih_sync_remote_system",
                    "outbound_state=error^ORinbound_state=error",
                    named),
                list("Correlations", "ih_sync_correlation", "", named),
                MenuItem.forRoles("Conflict Inbox", "/console/conflicts", Role.PROCESS_SYNC),
                list("Conflicts", "ih_sync_conflict", "", named),
                list("Outbound Queue", "ih_sync_outbound_queue", "", named),
                MenuItem.forRoles(
                    "Outbound Queue State",
                    "/console/queue-state",
                    Role.PROCESS_SYNC,
                    Role.INTEGRATION_ADMIN),
                list("Inbound Queue", "ih_sync_inbound_queue", "", named),
                list("Purge Runs", "ih_sync_purge_run", "", named),
                MenuItem.forRoles("Copy Guard", "/console/copy-guard", Role.ADMIN),
                list("Properties", "sys_properties", "nameSTARTSWITHprocess_sync", named))));
    sections.add(
        section(
            "Flow Designer",
            "workflow",
            group("", MenuItem.forRoles("Subflows", "/console/subflows", Role.PROCESS_SYNC))));
    sections.add(
        section(
            "Process Engine",
            "activity",
            group(
                "",
                MenuItem.forRoles("Cockpit", "/camunda/app/cockpit/default/", Role.INTERNAL),
                MenuItem.forRoles("Tasklist", "/camunda/app/tasklist/default/", Role.INTERNAL),
                MenuItem.forRoles("Admin", "/camunda/app/admin/default/", Role.ADMIN))));
    sections.add(section("All Tables", "database", new MenuGroup("", others(named))));
    return sections;
  }

  /**
   * What the tutorial does not name: tables of every day's need, and those of the own dictionary.
   */
  private List<MenuItem> others(Set<String> named) {
    return dictionary.tables().stream()
        .filter(table -> !named.contains(table.name()))
        .map(table -> list(table.plural(), table.name(), "", named))
        .toList();
  }

  private MenuItem list(String label, String tableName, String query, Set<String> named) {
    named.add(tableName);
    Table table = dictionary.require(tableName);
    return new MenuItem(
        label, ListAddress.of(tableName, query), actor -> actor.hasAnyOf(table.access().read()));
  }

  private static MenuSection section(String label, String icon, MenuGroup... groups) {
    return new MenuSection(label, icon, List.of(groups));
  }

  private static MenuGroup group(String label, MenuItem... items) {
    return new MenuGroup(label, List.of(items));
  }
}
