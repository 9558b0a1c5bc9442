package dev.processsync.identity;

import java.util.Map;
import java.util.Set;

/** The roles of docs/reference.md, "Roles". */
public final class Role {

  public static final String ADMIN = "admin";
  public static final String PROCESS_SYNC = "ih_process_sync";
  public static final String PROCESS_SYNC_API = "ih_process_sync_api";
  public static final String RUN_AS = "ih_process_sync_run_as";
  public static final String INCIDENT_MANAGER = "incident_manager";
  public static final String ITIL = "itil";
  public static final String EXTERNAL = "snc_external";
  public static final String INTEGRATION_ADMIN = "integration_admin";

  /** Not granted but implied: every active user who is neither external nor a mere API user. */
  public static final String INTERNAL = "snc_internal";

  /** What each role of docs/reference.md may; all of them exist from the first start. */
  static final Map<String, String> MEANINGS =
      Map.of(
          ADMIN, "May do everything",
          PROCESS_SYNC, "Create, change and delete process sync definitions",
          PROCESS_SYNC_API, "Call the sync API, nothing else",
          RUN_AS, "Run flows; needs table access of its own besides",
          INCIDENT_MANAGER, "Read and write incidents",
          ITIL, "Read and write incidents and other tasks",
          EXTERNAL, "Marks an external user: only what was granted explicitly",
          INTEGRATION_ADMIN, "Read the dashboard");

  private Role() {}

  /** Someone who has nothing but the right to call the sync API. */
  public static boolean isMereApiUser(Set<String> roles) {
    return roles.contains(PROCESS_SYNC_API)
        && Set.of(PROCESS_SYNC_API, EXTERNAL).containsAll(roles);
  }
}
