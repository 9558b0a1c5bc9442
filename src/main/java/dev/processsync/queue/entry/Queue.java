package dev.processsync.queue.entry;

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
  public String value() {
    return value;
  }

  public String table() {
    return table;
  }

  /** The column that, with the remote system, says which entries must stay in order. */
  public String orderedBy() {
    return orderedBy;
  }
}
