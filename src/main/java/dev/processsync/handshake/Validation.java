package dev.processsync.handshake;

import java.util.List;

/** How a Validate and Activate Remote System ended. */
public sealed interface Validation {

  /**
   * Both records are active, here and on the other side.
   *
   * @param externalId the other side's record, possibly only found out now
   * @param warnings sentences about what will not work as it is, though the systems are linked
   */
  record Activated(String externalId, List<String> warnings) implements Validation {}

  /**
   * Neither record was activated by this.
   *
   * @param check which check failed
   * @param problem a sentence that says what is wrong, and where
   * @param remedy a sentence that says what to do
   */
  record Failed(String check, String problem, String remedy) implements Validation {}
}
