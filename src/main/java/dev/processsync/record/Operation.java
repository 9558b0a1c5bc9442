package dev.processsync.record;

import java.util.Locale;

/** What happened to a record. */
public enum Operation {
  CREATE,
  UPDATE,
  DELETE,
  /** Of an event alone: a change after which the record is none of those that are shared. */
  LEAVE;

  /** In lower case, as {@code create}: the value in queues and on the wire. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if the value is none of them
   */
  public static Operation of(String value) {
    for (Operation operation : values()) {
      if (operation.value().equals(value.toLowerCase(Locale.ROOT))) {
        return operation;
      }
    }
    throw new IllegalArgumentException(
        "operation is '%s'; it must be create, update, delete or leave".formatted(value));
  }
}
