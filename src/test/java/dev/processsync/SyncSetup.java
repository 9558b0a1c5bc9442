package dev.processsync;

import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;

/**
 * Puts configuration records into an instance, as an administrator would; names are unique, so
 * tests don't meet.
 */
public final class SyncSetup {

  public static final String PASSWORD = "A-good-password-1";

  private final Records records;
  private final String suffix = SysId.next().substring(20);

  public SyncSetup(Records records) {
    this.records = records;
  }

  /** A name that no other test has. */
  public String unique(String name) {
    return name + " " + suffix;
  }

  /** A user of this test with a password and roles. */
  public TableRecord user(String login, String... roles) {
    TableRecord user =
        insert(
            "sys_user",
            Map.of(
                "user_name", login + "." + suffix,
                "first_name", login,
                "user_password", PASSWORD));
    List.of(roles)
        .forEach(role -> insert("sys_user_has_role", Map.of("user", user.sysId(), "role", role)));
    return user;
  }

  public TableRecord definition() {
    return insert("ih_sync_definition", Map.of("name", unique("Process")));
  }

  public TableRecord event(TableRecord definition, String name) {
    return insert("ih_sync_process_event", Map.of("definition", definition.sysId(), "name", name));
  }

  public TableRecord alias(String url) {
    TableRecord alias = insert("sys_alias", Map.of("name", unique("Alias")));
    TableRecord credential =
        insert(
            "basic_auth_credentials",
            Map.of("name", unique("Credential"), "user_name", "there", "password", PASSWORD));
    insert(
        "http_connection",
        Map.of(
            "name", unique("Connection"),
            "connection_url", url,
            "credential", credential.sysId(),
            "connection_alias", alias.sysId()));
    return alias;
  }

  /** One of a definition of its own, at an address where nobody answers. */
  public TableRecord activeRemoteSystem() {
    return activeRemoteSystem(
        definition(),
        alias("http://localhost:1/"),
        user("api", "ih_process_sync_api", "snc_external"),
        user("run.as", "ih_process_sync_run_as", "incident_manager"));
  }

  /** A remote system that counts as validated: both states active. */
  public TableRecord activeRemoteSystem(
      TableRecord definition, TableRecord alias, TableRecord apiUser, TableRecord runAs) {
    return insert(
        "ih_sync_remote_system",
        Map.of(
            "definition", definition.sysId(),
            "name", unique("Other instance"),
            "connection_alias", alias.sysId(),
            "inbound_api_user", apiUser.sysId(),
            "run_as", runAs.sysId(),
            "external_id", SysId.next(),
            "outbound_state", "active",
            "inbound_state", "active"));
  }

  public TableRecord inboundFlow(TableRecord event, TableRecord remoteSystem, String subflow) {
    return flow("ih_sync_inbound_definition", event, remoteSystem, subflow);
  }

  public TableRecord outboundFlow(TableRecord event, TableRecord remoteSystem, String subflow) {
    return flow("ih_sync_outbound_definition", event, remoteSystem, subflow);
  }

  /** An active capture definition of incidents; give it back to draft when the test is over. */
  public TableRecord activeCapture(TableRecord event, String filter, String fields) {
    return insert(
        "ih_sync_capture_definition",
        Map.of(
            "definition",
            event.get("definition"),
            "process_event",
            event.sysId(),
            "state",
            "active",
            "table",
            "incident",
            "filter",
            filter,
            "fields",
            fields));
  }

  public TableRecord insert(String table, Map<String, String> values) {
    return records.insert(Actor.system(), table, values);
  }

  private TableRecord flow(
      String table, TableRecord event, TableRecord remoteSystem, String subflow) {
    return insert(
        table,
        Map.of(
            "definition", event.get("definition"),
            "process_event", event.sysId(),
            "remote_system", remoteSystem.sysId(),
            "subflow", subflow));
  }
}
