package dev.processsync.database;

import java.util.Optional;

/**
 * Whether this database stands where its instance left it. One that doesn't may be a copy, whose
 * original goes on somewhere else: until a person has said what it is, it sends nothing and takes
 * nothing in.
 */
@FunctionalInterface
public interface CopyGuard {

  /**
   * Why nothing is sent and taken in, in a sentence; empty while all is well. Costs next to
   * nothing.
   */
  String reason();

  /** The same. */
  default Optional<String> objection() {
    return Optional.of(reason()).filter(words -> !words.isEmpty());
  }
}
