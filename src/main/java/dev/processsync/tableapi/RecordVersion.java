package dev.processsync.tableapi;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidQuery;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A record's {@code sys_mod_count} as an {@code ETag}. */
final class RecordVersion {

  /** {@code If-Match: *}: whatever version there is. */
  private static final String ANY = "*";

  /** Proxies that compress make a tag weak. */
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");

  private RecordVersion() {}

  /** Whether the caller doesn't care which version it is. */
  static boolean isAny(String ifMatch) {
    return ifMatch.strip().equals(ANY);
  }

  static String of(TableRecord record) {
    return "\"" + record.get("sys_mod_count") + "\"";
  }

  /**
   * @throws InvalidQuery if it is no tag that this API gives
   */
  static long parse(String ifMatch) {
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw new InvalidQuery(
          "If-Match: " + ifMatch, "it must be the ETag that reading the record gave, as \"3\".");
    }
    return Long.parseLong(tag.group(1));
  }
}
