package dev.processsync.console.queuestate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page's numbers.
 *
 * @param failing remote systems with errors
 * @param stuck entries that are Ready and were tried without getting further
 * @param failedThere messages whose flow failed where they were sent to
 * @param overdue messages of which is not known for too long how they ended there
 * @param hours of the charts
 */
record QueueState(
    Tally failing,
    Tally waiting,
    Tally inError,
    Tally stuck,
    Tally failedThere,
    Tally overdue,
    Tally lastHour,
    List<SystemState> systems,
    Hours hours) {

  /**
   * A remote system.
   *
   * @param href empty if whoever looks may not read it
   * @param reason what it says of itself, mostly nothing
   */
  record SystemState(String name, String href, String reason, List<Way> ways) {}

  /**
   * Outbound or inbound.
   *
   * @param oldest how long the oldest has waited, empty if none waits
   * @param average processing time over the last day, empty if nothing was processed
   */
  record Way(
      String direction,
      String state,
      String stateLabel,
      Tally waiting,
      Tally inError,
      Tally stuck,
      String oldest,
      Tally lastMinute,
      Tally lastHour,
      Tally lastDay,
      String average) {}

  /**
   * Hour by hour, the current one last; null where it is not counted yet.
   *
   * @param labels {@code 14:00}, UTC
   * @param sentMs average processing time, null also where nothing was processed
   */
  record Hours(
      List<String> labels,
      List<@Nullable Long> sent,
      List<@Nullable Long> received,
      List<@Nullable Long> sentMs,
      List<@Nullable Long> receivedMs) {}
}
