package dev.processsync.definition;

import java.util.Set;

/** The tables of this module (docs/reference.md, "Tables"). */
public final class SyncTables {

  public static final String DEFINITION = "ih_sync_definition";
  public static final String PROCESS_EVENT = "ih_sync_process_event";
  public static final String REMOTE_SYSTEM = "ih_sync_remote_system";
  public static final String CAPTURE = "ih_sync_capture_definition";
  public static final String OUTBOUND_FLOW = "ih_sync_outbound_definition";
  public static final String INBOUND_FLOW = "ih_sync_inbound_definition";

  /** No definition: what the other side said of its own. */
  public static final String REMOTE_CAPTURE = "ih_sync_remote_capture";

  /** What an administrator defines. */
  static final Set<String> ALL =
      Set.of(DEFINITION, PROCESS_EVENT, REMOTE_SYSTEM, CAPTURE, OUTBOUND_FLOW, INBOUND_FLOW);

  private SyncTables() {}
}
