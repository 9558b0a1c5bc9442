package dev.processsync.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Steps 1–9 and 10–18: the user that the other instance logs in as, and the one flows run as. */
final class UserSteps {

  private final Instance instance;

  UserSteps(Instance instance) {
    this.instance = instance;
  }

  List<Step> from(int first) {
    String api = instance.apiUser();
    String apiName = "RPS API User for " + instance.label();
    String runAs = Instance.RUN_AS_USER;
    return List.of(
        step(first, "open Users", this::open),
        step(first + 1, "create " + api, () -> create(api, apiName)),
        step(first + 2, "select Set Password", () -> select(api)),
        step(first + 3, "reset the password", () -> set(api, instance.passwords().api())),
        step(
            first + 4,
            "add roles",
            () -> grant(api, List.of("ih_process_sync_api", "snc_external"))),
        step(first + 5, "create " + runAs, () -> create(runAs, "RPS Run as User")),
        step(first + 6, "select Set Password", () -> select(runAs)),
        step(first + 7, "reset the password", () -> set(runAs, instance.passwords().runAs())),
        step(
            first + 8,
            "add roles",
            () -> grant(runAs, List.of("ih_process_sync_run_as", "incident_manager"))));
  }

  private Step step(int number, String title, Supplier<String> action) {
    return new Step(number, instance, title, action);
  }

  private String open() {
    return "opened Users: "
        + instance
            .admin()
            .find("sys_user", "ORDERBYuser_name")
            .map(user -> user.get("user_name"))
            .collect(Collectors.joining(", "));
  }

  private String create(String userName, String firstName) {
    return Kept.orCreated(
        instance,
        "User '" + userName + "'",
        "sys_user",
        "user_name=" + userName,
        Map.of("user_name", userName, "first_name", firstName));
  }

  private String select(String userName) {
    return "opened User '%s', active: %s".formatted(userName, user(userName).get("active"));
  }

  private String set(String userName, String password) {
    instance.admin().update("sys_user", user(userName).sysId(), Map.of("user_password", password));
    return "set the password of '" + userName + "'";
  }

  private String grant(String userName, List<String> roles) {
    String user = user(userName).sysId();
    roles.forEach(role -> grant(user, role));
    return "'%s' has the roles %s".formatted(userName, String.join(", ", roles));
  }

  private void grant(String user, String role) {
    String roleId = instance.named("sys_user_role", "name", role).sysId();
    String query = "user=" + user + "^role=" + roleId;
    if (instance.admin().first("sys_user_has_role", query).isEmpty()) {
      instance.admin().create("sys_user_has_role", Map.of("user", user, "role", roleId));
    }
  }

  private Row user(String userName) {
    return instance.named("sys_user", "user_name", userName);
  }
}
