package dev.processsync.queue.entry;

/** An entry that no retry can help: it becomes Error at once, with this message. */
public final class UnprocessableEntry extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnprocessableEntry(String message) {
    super(message);
  }
}
