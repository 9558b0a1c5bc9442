package dev.processsync.queue.entry;

import java.util.Locale;

/** How far an entry has come. Its status says whether it goes on. */
public enum Stage {
  /** Its flow has not run. */
  FLOW,
  /** The engine runs its flow: it failed at first, or it waits for something. */
  ENGINE,
  /** Its flow wrote a message, which has not been sent (outbound only). */
  TRANSMIT,
  /** Nothing is left to do. */
  DONE;

  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
