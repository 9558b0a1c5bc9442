package dev.processsync.queue.entry;

import java.util.List;
import java.util.Locale;

/** What has become of an entry, as its field Status says it. */
public enum EntryStatus {
  READY,
  PROCESSED,
  ERROR,
  SKIPPED;

  /** The status that is stored as this value. */
  public static EntryStatus of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }

  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing will happen to it any more. */
  public boolean isEnded() {
    return this == PROCESSED || this == SKIPPED;
  }

  /** What an administrator may set it to: Ready to try again, Skipped to go on without it. */
  public List<EntryStatus> decisions() {
    return switch (this) {
      case ERROR -> List.of(READY, SKIPPED);
      case READY -> List.of(SKIPPED);
      case PROCESSED, SKIPPED -> List.of();
    };
  }
}
