package dev.processsync.queue.entry;

/** A row of a queue that is no entry: nobody can run its flow. */
public final class UnreadableEntry extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final String entry;

  UnreadableEntry(String entry, RuntimeException cause) {
    super("This record can't be read: " + cause.getMessage(), cause);
    this.entry = entry;
  }

  /** Its sys_id. */
  public String entry() {
    return entry;
  }
}
