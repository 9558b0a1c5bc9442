package dev.processsync.queue;

import java.util.Locale;

/** What has become of an entry, as its field Status says it. */
public enum EntryStatus {
  READY,
  PROCESSED,
  ERROR,
  SKIPPED;

  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing will happen to it any more. */
  public boolean isEnded() {
    return this == PROCESSED || this == SKIPPED;
  }
}
