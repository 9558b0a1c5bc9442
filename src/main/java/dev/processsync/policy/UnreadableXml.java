package dev.processsync.policy;

/** A text is no XML that is read here; the message says why, in words. */
public final class UnreadableXml extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  UnreadableXml(String message) {
    this(message, 0, 0);
  }

  UnreadableXml(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** Where it was met; 0 if nowhere in particular. */
  int line() {
    return line;
  }

  int column() {
    return column;
  }

  /** With its place. */
  public String placed() {
    return line < 1
        ? String.valueOf(getMessage())
        : "line %d, column %d: %s".formatted(line, column, getMessage());
  }
}
