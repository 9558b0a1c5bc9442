package dev.processsync.definition;

import dev.processsync.TwoInstances.RunningInstance;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an administrator sets up on one instance up to step 26, with names that no other test uses.
 *
 * @param definition sys_id
 * @param remoteSystem sys_id
 * @param apiUser whom the other side logs in as
 * @param runAs sys_id
 * @param credential sys_id
 * @param connection sys_id
 */
public record Side(
    RunningInstance instance,
    String definition,
    String remoteSystem,
    User apiUser,
    String runAs,
    String credential,
    String connection) {

  private static final Actor SYSTEM = Actor.system();

  public record User(String sysId, String login, String password) {}

  /** Hashing passwords is slow on purpose: tests that leave the users alone share them. */
  private static final Map<String, Users> SHARED = new ConcurrentHashMap<>();

  private record Users(User api, String runAs) {}

  /** The first and the second side, each reaching the other, without External IDs. */
  public static List<Side> pair(RunningInstance first, RunningInstance second) {
    return pair(
        first,
        SHARED.computeIfAbsent(first.name(), name -> users(first)),
        second,
        SHARED.computeIfAbsent(second.name(), name -> users(second)));
  }

  /** The same with users that no other test has. */
  public static List<Side> pairWithOwnUsers(RunningInstance first, RunningInstance second) {
    return pair(first, users(first), second, users(second));
  }

  private static List<Side> pair(
      RunningInstance first, Users firstUsers, RunningInstance second, Users secondUsers) {
    return List.of(
        set(first, firstUsers, second.url(), secondUsers.api()),
        set(second, secondUsers, first.url(), firstUsers.api()));
  }

  private static Users users(RunningInstance here) {
    String runAs = user(here, "run.as").sysId();
    grant(here, runAs, "ih_process_sync_run_as");
    grant(here, runAs, "incident_manager");
    return new Users(apiUser(here), runAs);
  }

  public static User apiUser(RunningInstance instance) {
    User user = user(instance, "api");
    grant(instance, user.sysId(), "ih_process_sync_api");
    grant(instance, user.sysId(), "snc_external");
    return user;
  }

  public static User user(RunningInstance instance, String prefix) {
    String login = prefix + "." + SysId.next();
    String password = "password of " + login;
    String sysId =
        insert(instance, "sys_user", Map.of("user_name", login, "user_password", password));
    return new User(sysId, login, password);
  }

  static void grant(RunningInstance instance, String user, String role) {
    insert(instance, "sys_user_has_role", Map.of("user", user, "role", role));
  }

  private static Side set(RunningInstance here, Users users, String url, User there) {
    String tag = SysId.next();
    String credential =
        insert(
            here,
            "basic_auth_credentials",
            Map.of("name", tag, "user_name", there.login(), "password", there.password()));
    String alias = insert(here, "sys_alias", Map.of("name", "RPS " + tag));
    String connection =
        insert(
            here,
            "http_connection",
            Map.of(
                "name", "RPS " + tag,
                "credential", credential,
                "connection_url", url,
                "connection_alias", alias));
    String definition = insert(here, SyncTables.DEFINITION, Map.of("name", "Process " + tag));
    String remoteSystem =
        insert(
            here,
            SyncTables.REMOTE_SYSTEM,
            Map.of(
                "definition",
                definition,
                "name",
                "System " + tag,
                "connection_alias",
                alias,
                "inbound_api_user",
                users.api().sysId(),
                "run_as",
                users.runAs()));
    return new Side(
        here, definition, remoteSystem, users.api(), users.runAs(), credential, connection);
  }

  /** Sets the External ID to the other side's record. */
  public void names(Side other) {
    change(Map.of("external_id", other.remoteSystem()));
  }

  /** Answers its sys_id. */
  public String event(String name) {
    return insert(
        instance, SyncTables.PROCESS_EVENT, Map.of("definition", definition, "name", name));
  }

  /** Changes the remote system. */
  public void change(Map<String, String> values) {
    update(SyncTables.REMOTE_SYSTEM, remoteSystem, values);
  }

  public void connectTo(String url) {
    update("http_connection", connection, Map.of("connection_url", url));
  }

  public void logInAs(User user) {
    update(
        "basic_auth_credentials",
        credential,
        new HashMap<>(Map.of("user_name", user.login(), "password", user.password())));
  }

  public void update(String table, String sysId, Map<String, String> values) {
    instance.records().update(SYSTEM, table, sysId, values);
  }

  public TableRecord system() {
    return instance.records().get(SYSTEM, SyncTables.REMOTE_SYSTEM, remoteSystem);
  }

  public String states() {
    return system().get("outbound_state") + "/" + system().get("inbound_state");
  }

  public HttpResponse<String> validateAndActivate() {
    return instance.post(
        "api/process-sync/v1/remote-systems/" + remoteSystem + "/validate-and-activate", "{}");
  }

  private static String insert(RunningInstance instance, String table, Map<String, String> values) {
    return instance.records().insert(SYSTEM, table, values).sysId();
  }
}
