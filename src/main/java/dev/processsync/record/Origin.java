package dev.processsync.record;

/**
 * Where what happens to a record began. It travels with each message, so that nothing is sent back
 * to where it came from, and nothing goes round for ever.
 *
 * @param instance the id of the instance whose user or program made the first change; empty if that
 *     was this one, or is not known
 * @param hops how many times it was sent from one instance to another until it came here
 */
public record Origin(String instance, int hops) {

  /** What begins on this instance. */
  public static final Origin HERE = new Origin("", 0);
}
