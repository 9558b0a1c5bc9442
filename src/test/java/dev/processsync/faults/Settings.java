package dev.processsync.faults;

import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * How much is changed while how much goes wrong; by system properties of the same names.
 *
 * @param seed of the fault schedule: the same seed, the same faults at the same distances
 * @param changes made on A in all, spread over the time that the faults take
 * @param records that they are made to
 * @param interval from one fault to the next, about
 * @param faults how many
 */
record Settings(long seed, int changes, int records, Duration interval, int faults) {

  /** The short form unless told otherwise, as the profile {@code faults} does. */
  static Settings ofThisRun() {
    return new Settings(
        Long.getLong("faults.seed", new SecureRandom().nextInt(1_000_000)),
        Integer.getInteger("faults.changes", 600),
        Integer.getInteger("faults.records", 60),
        DurationStyle.detectAndParse(System.getProperty("faults.interval", "4s")),
        Integer.getInteger("faults.count", 6));
  }

  Duration length() {
    return interval.multipliedBy(faults);
  }
}
