package dev.processsync.queue.lane;

/** An entry was decided about by somebody else while its flow ran. */
final class EntryTaken extends RuntimeException {

  private static final long serialVersionUID = 1;

  EntryTaken(String entry) {
    super("Queue entry %s was skipped or taken over while its flow ran".formatted(entry));
  }
}
