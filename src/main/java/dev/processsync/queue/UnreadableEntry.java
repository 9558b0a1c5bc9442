package dev.processsync.queue;

/** A row of a queue that is no entry: nobody can run its flow. */
final class UnreadableEntry extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final String entry;

  UnreadableEntry(String entry, RuntimeException cause) {
    super("This record can't be read: " + cause.getMessage(), cause);
    this.entry = entry;
  }

  /** Its sys_id. */
  String entry() {
    return entry;
  }
}
