package dev.processsync.copy;

import java.util.Optional;
import java.util.stream.Stream;

/** What a database that looks like a copy is. */
public enum CopyAnswer {
  /** The instance itself, at another place: it goes on. */
  MOVED,
  /** A copy, such as a test system: it becomes an instance of its own, without partners. */
  COPY;

  /** As it is written in requests. */
  public String value() {
    return this == MOVED ? "moved" : "copy";
  }

  static Optional<CopyAnswer> of(String value) {
    return Stream.of(values()).filter(answer -> answer.value().equals(value)).findFirst();
  }
}
