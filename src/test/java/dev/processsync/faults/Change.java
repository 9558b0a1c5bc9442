package dev.processsync.faults;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of a record of the workload. Its number is in the short description, so that wherever
 * the record goes, it can be told how far it has come.
 *
 * @param record the record's number in the workload
 * @param number 1 creates the record
 */
record Change(int record, int number, String severity, String state) {

  private static final Pattern SHORT_DESCRIPTION = Pattern.compile("r(\\d+) change (\\d+)");

  /** What a short description says of a change. */
  record Mark(int record, int number) {}

  static Change random(int record, int number, Random random) {
    return new Change(
        record,
        number,
        Integer.toString(1 + random.nextInt(3)),
        Integer.toString(1 + random.nextInt(2)));
  }

  boolean creates() {
    return number == 1;
  }

  String shortDescription() {
    return "r%d change %d".formatted(record, number);
  }

  static Mark mark(String shortDescription) {
    Matcher matcher = SHORT_DESCRIPTION.matcher(shortDescription);
    return matcher.matches()
        ? new Mark(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        : new Mark(0, 0);
  }

  String json() {
    return """
        {"short_description": "%s", "severity": "%s", "state": "%s", "assignment_group": "Hardware"}
        """
        .formatted(shortDescription(), severity, state);
  }
}
