package dev.processsync.change;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something was changed, such that what was done in knowledge of something else is later,
 * whatever the clocks said. Of two different changes one is always later, and the same one for
 * everybody.
 *
 * @param ticks milliseconds since 1970, and in the last 16 bits a count
 * @param place which instance it was: the end of its id, empty if that is not known; between equal
 *     ticks it decides
 */
public record HybridTime(long ticks, String place) implements Comparable<HybridTime> {

  /** Before everything: it is not known when, or not changed yet. */
  public static final HybridTime NONE = new HybridTime(0, "");

  static final int COUNT_BITS = 16;

  /** In the year 4199; what is beyond is no time. */
  private static final long MOST_MILLIS = 1L << 46;

  private static final Pattern TEXT = Pattern.compile("(\\d{1,15})\\.(\\d{1,5})@([0-9a-f]{0,8})");
  private static final Comparator<HybridTime> ORDER =
      Comparator.comparingLong(HybridTime::ticks).thenComparing(HybridTime::place);

  /** By a clock alone, of somebody who says no more. */
  public static HybridTime ofMillis(long millis) {
    return new HybridTime(millis << COUNT_BITS, "");
  }

  /** Reads what {@link #toString} wrote, here or elsewhere; empty if it is nothing of the kind. */
  public static Optional<HybridTime> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long millis = Long.parseLong(parts.group(1));
    int count = Integer.parseInt(parts.group(2));
    return millis > MOST_MILLIS || count >= 1 << COUNT_BITS
        ? Optional.empty()
        : Optional.of(new HybridTime((millis << COUNT_BITS) + count, parts.group(3)));
  }

  /** Milliseconds since 1970. */
  public long millis() {
    return ticks >>> COUNT_BITS;
  }

  public boolean isAfter(HybridTime other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(HybridTime other) {
    return ORDER.compare(this, other);
  }

  /** {@code 1732766400123.0@4f3a2b1c}: milliseconds, count and place. */
  @Override
  public String toString() {
    return millis() + "." + (ticks & ((1 << COUNT_BITS) - 1)) + "@" + place;
  }
}
