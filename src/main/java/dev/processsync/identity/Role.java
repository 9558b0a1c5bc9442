package dev.processsync.identity;

/** The roles of the reference, section "Roles". */
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

  private Role() {}
}
