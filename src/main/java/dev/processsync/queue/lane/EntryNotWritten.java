package dev.processsync.queue.lane;

/** A flow that runs where its message arrived wants to read its entry, which is not there yet. */
final class EntryNotWritten extends RuntimeException {

  private static final long serialVersionUID = 1;

  EntryNotWritten(String table) {
    super("The flow reads %s, where its own entry is not written yet".formatted(table));
  }
}
