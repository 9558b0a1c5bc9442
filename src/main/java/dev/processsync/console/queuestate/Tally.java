package dev.processsync.console.queuestate;

/**
 * A count, and the list of what was counted.
 *
 * @param shown {@code 12} or, where counting ended, {@code 10,000+}
 * @param href empty if whoever looks may not read the list
 */
record Tally(String shown, String href, boolean isZero) {

  static Tally of(long count, String href) {
    return new Tally("%,d".formatted(count), href, count == 0);
  }
}
