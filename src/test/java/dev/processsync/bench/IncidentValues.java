package dev.processsync.bench;

/**
 * What a change writes.
 *
 * @param number the incident's, for those who don't number by themselves
 * @param shortDescription differs in every change of a run, so it tells them apart on both sides
 * @param version how many changes of this incident came before
 */
public record IncidentValues(
    String number, String shortDescription, String severity, String state, int version) {

  /** The group that every incident is assigned to: what A's filter asks for. */
  public static final String GROUP = "Hardware";
}
