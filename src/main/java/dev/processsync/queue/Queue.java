package dev.processsync.queue;

/** The two queues; each is a table of its own. */
public enum Queue {
  OUTBOUND("outbound", "ih_sync_outbound_queue", "local_record"),
  INBOUND("inbound", "ih_sync_inbound_queue", "local_correlation_id");

  private final String value;
  private final String table;
  private final String orderedBy;

  Queue(String value, String table, String orderedBy) {
    this.value = value;
    this.table = table;
    this.orderedBy = orderedBy;
  }

  /** The name in the database and in logs. */
  String value() {
    return value;
  }

  public String table() {
    return table;
  }

  /** The column that, with the remote system, says which entries must stay in order. */
  String orderedBy() {
    return orderedBy;
  }
}
