package dev.processsync.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an inbound flow says is to become of a record whose remote one was deleted, or is none any
 * more of those that are shared. Its subflow does it.
 */
public enum WhenGone {
  /** Record and link stay. */
  KEEP,
  /** The record stays; its link ends. */
  END_LINK,
  /** The record gets what the subflow gives it, for example another state. */
  CANCEL,
  DELETE;

  /** In lower case: how it is stored, and what models ask for. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<WhenGone> of(String value) {
    return Arrays.stream(values()).filter(choice -> choice.value().equals(value)).findFirst();
  }
}
