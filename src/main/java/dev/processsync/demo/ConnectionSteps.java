package dev.processsync.demo;

import java.util.List;
import java.util.Map;

/** Steps 19–20 and 21–22: the credentials and the address with which the other side is reached. */
final class ConnectionSteps {

  private final Instance here;
  private final Instance there;

  ConnectionSteps(Instance here, Instance there) {
    this.here = here;
    this.there = there;
  }

  List<Step> from(int first) {
    return List.of(
        new Step(first, here, "create Basic Auth Credentials", this::credentials),
        new Step(first + 1, here, "create alias and connection", this::aliasAndConnection));
  }

  private String credentials() {
    String name = credentialsName();
    return Kept.orCreated(
        here,
        "Basic Auth Credentials '" + name + "'",
        "basic_auth_credentials",
        "name=" + name,
        Map.of("name", name, "user_name", there.apiUser(), "password", there.passwords().api()));
  }

  private String aliasAndConnection() {
    String alias = "RPS " + here.peer() + " Demo";
    String created =
        Kept.orCreated(
            here, "Alias '" + alias + "'", "sys_alias", "name=" + alias, Map.of("name", alias));
    String connection = "RPS " + here.peer();
    return created
        + "; "
        + Kept.orCreated(
            here,
            "Connection '" + connection + "' to " + there.admin().baseUrl(),
            "http_connection",
            "name=" + connection,
            Map.of(
                "name", connection,
                "credential",
                    here.named("basic_auth_credentials", "name", credentialsName()).sysId(),
                "connection_url", there.admin().baseUrl().toString(),
                "connection_alias", here.named("sys_alias", "name", alias).sysId()));
  }

  private String credentialsName() {
    return "RPS " + here.peer() + " Credentials";
  }
}
