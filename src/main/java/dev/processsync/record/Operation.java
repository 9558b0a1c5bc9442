package dev.processsync.record;

import java.util.Locale;

/** What happened to a record. */
public enum Operation {
  CREATE,
  UPDATE,
  DELETE;

  /** {@code create}, {@code update}, {@code delete}: the value in queues and on the wire. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if the value is none of the three
   */
  public static Operation of(String value) {
    for (Operation operation : values()) {
      if (operation.value().equals(value.toLowerCase(Locale.ROOT))) {
        return operation;
      }
    }
    throw new IllegalArgumentException(
        "operation is '%s'; it must be create, update or delete".formatted(value));
  }
}
