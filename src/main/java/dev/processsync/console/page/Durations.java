package dev.processsync.console.page;

import java.time.Duration;

/** How long something takes, as people say it. */
public final class Durations {

  private Durations() {}

  public static String of(long ms) {
    Duration time = Duration.ofMillis(Math.max(0, ms));
    if (ms < 1_000) {
      return ms + " ms";
    } else if (ms < 60_000) {
      return "%.1f s".formatted(ms / 1_000.0);
    } else if (time.toHours() == 0) {
      return "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
    } else if (time.toDays() == 0) {
      return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return "%d d %d h".formatted(time.toDays(), time.toHoursPart());
  }
}
