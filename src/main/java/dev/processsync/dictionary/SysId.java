package dev.processsync.dictionary;

import dev.processsync.problem.InvalidRecord;
import dev.processsync.support.ShortText;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The identity of a record: 32 lower-case hexadecimal digits (docs/reference.md, "Tables").
 *
 * <p>New ids begin with the time, so that an index on them grows at its end instead of everywhere.
 */
public final class SysId {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  private SysId() {}

  /**
   * A new id, unique without asking anyone: 48 bits of milliseconds, 74 random bits (UUID version
   * 7).
   */
  public static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long time = System.currentTimeMillis() << 16;
    long high = time | 0x7000 | random.nextInt(1 << 12);
    long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low).toString().replace("-", "");
  }

  /**
   * @throws InvalidRecord if a caller chose something else for a new record
   */
  public static void requireValid(Table table, String chosen) {
    if (!isValid(chosen)) {
      throw new InvalidRecord(
          table.name(),
          "sys_id",
          "Sys ID (%s.sys_id) is '%s'; it must be 32 lower-case hexadecimal digits, or be left out."
              .formatted(table.name(), ShortText.of(chosen, 80)));
    }
  }

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
