package dev.processsync.testing;

import dev.processsync.testing.slice.InMemory;
import java.util.List;

/**
 * What the queue record of a flow that has ended would show.
 *
 * @param skipReason the flow's error message: one that is not empty means Skipped
 */
record QueueRecord(InMemory memory, String entry, String skipReason) {

  void requireProcessed() {
    if (!skipReason.isEmpty()) {
      throw new AssertionError(
          "The queue record should become Processed, but it becomes Skipped because of\n  "
              + skipReason);
    }
  }

  void requireSkipped(String reason) {
    if (skipReason.isEmpty() || !skipReason.contains(reason)) {
      throw new AssertionError(
          "The queue record should become Skipped because of\n  %s\nbut it becomes %s"
              .formatted(
                  reason,
                  skipReason.isEmpty() ? "Processed" : "Skipped because of\n  " + skipReason));
    }
  }

  void requireWarning(String message) {
    if (warnings().stream().noneMatch(warning -> warning.contains(message))) {
      throw new AssertionError(
          "The queue record should carry the warning\n  %s\nbut it carries%s"
              .formatted(message, warnings().isEmpty() ? " none" : listed()));
    }
  }

  void requireNoWarnings() {
    if (!warnings().isEmpty()) {
      throw new AssertionError(
          "The queue record should carry no warning, but it carries" + listed());
    }
  }

  private String listed() {
    return "\n  " + String.join("\n  ", warnings());
  }

  List<String> warnings() {
    return memory.warnings.stream()
        .filter(warning -> warning.entry().equals(entry))
        .map(InMemory.Warning::message)
        .toList();
  }
}
