package dev.processsync.tableapi;

import dev.processsync.problem.InvalidQuery;
import java.util.List;

/**
 * How records are shown.
 *
 * @param fields names, possibly dot-walked ({@code assignment_group.name}); empty for all of the
 *     table's own
 */
record ReadOptions(List<String> fields, DisplayMode display, boolean excludeLinks) {

  /**
   * @throws InvalidQuery if a parameter has a value that it can't have
   */
  static ReadOptions of(Parameters parameters) {
    return new ReadOptions(
        parameters.list("sysparm_fields"),
        DisplayMode.of(parameters.text("sysparm_display_value")),
        parameters.isTrue("sysparm_exclude_reference_link"));
  }
}
