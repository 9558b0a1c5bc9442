package dev.processsync.queue.receipt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has become of a message where it arrived, as the field Receipt stores it. */
public enum ReceiptState {
  /** It is safe there, and its flow has not ended yet. */
  RECEIVED,
  APPLIED,
  /** Applied, but for fields that were changed there, too. */
  CONFLICT,
  SKIPPED,
  /** Its flow has failed; it may be repaired. */
  ERROR,
  /** It is not known there any more: its queue record was deleted. */
  UNKNOWN;

  public static Optional<ReceiptState> find(String value) {
    return Arrays.stream(values()).filter(state -> state.value().equals(value)).findFirst();
  }

  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether another may follow. */
  public boolean isOpen() {
    return this == RECEIVED || this == ERROR;
  }
}
