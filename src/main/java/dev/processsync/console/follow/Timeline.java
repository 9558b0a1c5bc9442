package dev.processsync.console.follow;

import java.util.List;

/**
 * A part of what happened between a record and its remote systems.
 *
 * @param events newest first
 * @param newest the sequence that the first has, 0 if there is none
 * @param oldest the sequence that the last has, 0 if there is none
 * @param hasOlder whether there are older ones
 * @param isMoving whether something waits, here or there, so that a look soon is worth it
 */
record Timeline(
    List<Partner> partners,
    List<TimelineEvent> events,
    long newest,
    long oldest,
    boolean hasOlder,
    boolean isMoving) {

  public boolean isEmpty() {
    return partners.isEmpty() && events.isEmpty();
  }
}
